import { ACTH, CORTISOL, FREE_T4, POTASSIUM, SODIUM, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const hamishDunmore: Story = {
  id: 'hamish-dunmore',
  name: { given: 'Hamish', family: 'Dunmore' },
  gender: 'male',
  born: '1965-06-12',
  shows:
    'Hypophysitis with secondary adrenal insufficiency (grade 2, no admission) on nivolumab and relatlimab; vitiligo; treatment goes on with hydrocortisone.',
  diagnosis: 'Melanoma of the back, stage IV M1a, BRAF V600E',
  treatments: [
    {
      agents: ['nivolumab-relatlimab'],
      charted: 'rxnorm',
      text: 'OPDUALAG (nivolumab 480 mg and relatlimab-rmbw 160 mg) IV q4w',
      days: [-238, -210, -182, -154, -126, -84, -56, -28],
    },
  ],
  problems: [
    { text: 'Secondary adrenal insufficiency', icd10: 'E27.49', day: -105 },
    { text: 'Gout', icd10: 'M10.9' },
    { text: 'Vitiligo', icd10: 'L80', day: -84 },
  ],
  drugs: [
    { text: 'allopurinol 300 mg PO daily', from: -1800 },
    {
      text: 'hydrocortisone 10 mg AM, 5 mg noon, 5 mg 16:00 PO',
      from: -105,
      reason: 'secondary adrenal insufficiency',
    },
    { text: 'hydrocortisone sodium succinate 100 mg IM emergency kit', from: -104 },
    { text: 'ibuprofen 400 mg PO prn headache', from: -125, until: -105 },
  ],
  laboratory: [
    {
      ...SODIUM,
      values: [
        [-239, 140],
        [-183, 139],
        [-127, 136],
        [-106, 129],
        [-104, 133],
        [-98, 138],
        [-57, 140],
        [-29, 139],
      ],
    },
    {
      ...CORTISOL,
      values: [
        [-239, 14.8],
        [-183, 12.1],
        [-127, 7.4],
        [-106, 1.6],
      ],
    },
    { ...ACTH, values: [[-105, 6]] },
    {
      ...TSH,
      values: [
        [-239, 2.2],
        [-183, 1.9],
        [-127, 1.1],
        [-106, 0.9],
        [-57, 1.8],
        [-29, 2.0],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-239, 1.2],
        [-127, 1.0],
        [-106, 0.9],
        [-57, 1.1],
        [-29, 1.1],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-239, 4.3],
        [-106, 4.6],
        [-29, 4.2],
      ],
    },
  ],
  notes: [
    {
      day: -238,
      at: '08:40',
      kind: 'progress',
      title: 'Melanoma clinic, first Opdualag',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
61M stonemason, melanoma L upper back 2.8 mm ulcerated 2022, adj dab/tram 1 y, now in-transit + axillary nodes + 1 SC nodule flank. LDH nl, brain MRI clean. Wants to keep working.

# PMH
Gout (allopurinol, last flare 2 y). No AI disease. FH: mother hypothyroid after radioiodine.

# Exam
ECOG 0. 91 kg, BP 138/84. Scar L back. Axilla 2.1 cm node. In-transit papules x3, blue. Skin color even.

# Labs
Na 140, K 4.3, cortisol (08:10) 14.8, TSH 2.2, FT4 1.2, ALT 28, glucose 101, CK 188.

# A/P
- nivo/rela 480/160 q4w, first today
- BRAF option kept in reserve
- endocrine panel every other cycle, troponin x2 first cycles
- irAE teaching with wife (headache, dizzy, tired = call). He says he is always tired, he lifts stone.

# Meds / allergies
allopurinol 300. No steroid incl. inhaled, joint injection 3 y ago (knee) only. NKDA.

# Social
Own yard with two apprentices. Silica exposure, wet cutting + mask last 15 y; CXR w/ old calcified nodes. Whisky weekends. Married, wife teaches primary. Two collies.

# ROS
All systems asked, neg except knees + low back.`,
    },
    {
      day: -182,
      at: '09:00',
      kind: 'nursing',
      title: 'Infusion visit, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C3 Opdualag. Works 5 d/wk. Papules on back flattening, one gone. No HA, no dizziness, no rash/itch, BM 1/d, no cough. Dry mouth no. Joints: knees "same as any mason". VS 36.6 / 70 / 136/82 / 98. Wt 91.4. Na 139, TSH 1.9, cortisol 12.1, trop neg. 20G L AC. 30 min inf. No reaction. Left 11:05, on way to a churchyard job.

Screen: fatigue 2/10 (mason), appetite ok, sleep ok, libido "none of your business". Polyuria no. Vision ok. Allopurinol taken. Ibuprofen 0. Skin: shave marks, dust. Teach-back: headache/dizzy/tired out of proportion -> call. ECG done per protocol, sinus 66. Urine clear. Given next dates thru C6.`,
    },
    {
      day: -126,
      at: '09:20',
      kind: 'progress',
      title: 'Melanoma clinic, cycle 5',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Headache over the forehead on most days for ten days, dull, ibuprofen helps for some hours. More tired than stone explains: asleep at seven, wife drives. Off his food. No vomiting, no visual trouble, no polyuria. Libido "retired".

# Objective
BP 122/76 sitting, 114/72 standing without complaint. HR 76. Weight 89.0 kg, minus two. Fields full to hands. Neck supple. Nodes: axilla 0.9 cm, papules gone.

# Results
Sodium 136, TSH 1.1 with FT4 1.0, cortisol 7.4 at 09:50, ALT 30, CK 160.

# Review of systems
Eyes neg. ENT neg. Chest neg. Abdomen: appetite down. Joints neg. Skin neg. Mood flat.

# Assessment and plan
1. Melanoma responding, cycle 5 given.
2. Headache and fatigue, grade 1 to 2. Falling TSH and cortisol within limits. Early hypophysitis possible, could be overwork and ibuprofen overuse. Pituitary MRI within two weeks, ACTH and morning cortisol at 08:00 with it.
3. He is told: vomiting, fainting, fever = emergency department and say "possible adrenal failure".

# Medicines
Allopurinol 300 mg, ibuprofen 400 mg up to three times a day for ten days. No steroid, no opioid, no azole. Loratadine no longer.`,
    },
    {
      day: -112,
      at: '11:15',
      kind: 'imaging',
      title: 'MRI pituitary with contrast',
      format: 'rtf',
      carriage: 'binary',
      author: 'radiologist',
      alsoDocument: true,
      text: `# Question
Headache, falling pituitary hormones on nivolumab and relatlimab.

# Protocol
Coronal and sagittal T1 and T2, 3 mm, before and after gadolinium, dynamic coronal series. Comparison: brain MRI of the staging.

# Report
Gland height 8.5 mm, convex upper contour, five months ago 5 mm with concave contour. Mildly heterogeneous enhancement. Stalk 3.4 mm, midline. Chiasm free, distance 3 mm. Neurohypophyseal signal present. No adenoma, no hemorrhage. Supratentorial and infratentorial parenchyma without metastasis.

# Conclusion
Moderate diffuse pituitary enlargement, new. In context consistent with immune-related hypophysitis. No compression of the optic pathway.

Cavernous sinuses symmetric. Optic chiasm signal normal. Sphenoid sinus with a small retention cyst. No meningeal enhancement. Reading compared side by side with the previous study; a control in eight to twelve weeks is proposed. Result sent to Dr Vasterling by message with read receipt.`,
    },
    {
      day: -106,
      at: '16:20',
      kind: 'telephone',
      title: 'Abnormal laboratory call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `AM labs back: Na 129, K 4.6, cortisol 1.6 @ 08:05, TSH 0.9, FT4 0.9, gluc 82. MRI pit enlarged (see report). Called pt at work: HA less on ibuprofen, lightheaded climbing scaffold x2, nausea AM, no emesis, no fever, walking + talking fine, drove himself. BP by wife's cuff 108/70.

Paged Dr V + endo on call. Plan: off scaffold NOW, wife to drive. HC 20 mg tonight from after-hours pharmacy, 20+10 tomorrow, endo clinic 09:00. ACTH to be drawn before AM dose. No pred. ED if vomits/faints/T>38. Teach-back ok from wife.

Pt details: took ibuprofen 400 x2 today for HA. Ate half a sandwich since AM. Voids normal, no thirst. No diarrhea. No steroids/opioids/azoles. Glucose by wife's meter 88 at 16:45. Speech normal, a bit slow. Repeated instructions to BOTH; wife writes down: not alone tonight, salt soup, no alcohol, ED words "adrenal". Pharmacy has HC 10 mg tabs. Called again 20:30: took 20 mg at 18:10, HA 3/10, ate stew, BP 116/74.

Added to alert banner: possible adrenal insufficiency, hydrocortisone first, results later. ED charge RN informed in case he turns up tonight. Next contact 20:30 (done, above).`,
    },
    {
      day: -105,
      at: '09:10',
      kind: 'consult',
      title: 'Endocrinology clinic',
      format: 'html',
      carriage: 'inline',
      author: 'specialist',
      text: `# Consult question
Low cortisol on PD-1 and LAG-3 antibody, can he stay out of hospital?

# Seen
With his wife. One evening dose of hydrocortisone 20 mg and slept well; headache 3/10. No vomiting. BP 118/74 lying, 110/70 standing, HR 78. Fields full. Not pigmented. Testes soft.

# Data
Cortisol 1.6 with ACTH 6 (drawn before the morning dose, 11 h after 20 mg), sodium 129, potassium normal, renin not needed. TSH 0.9 and FT4 0.9 low normal. LH 1.9, testosterone 142. Prolactin 11. IGF-1 pending.

# Opinion
Hypophysitis from nivolumab-relatlimab with secondary adrenal insufficiency, moderate symptoms, treated as an outpatient: CTCAE grade 2 for each. Hyponatremia from cortisol lack. Thyroid axis at risk, not failed.

# Advice
- hydrocortisone 20 + 10 for two days, then 10-5-5 mg
- no high-dose steroid: vision intact, headache tolerable
- sodium in 48 h and one week; fluids normal
- sick-day rules, bracelet, injection kit; wife practised on an orange
- FT4 every four weeks, levothyroxine if below 0.8
- testosterone: wait three months
- oncology may resume the antibodies when sodium and patient are steady`,
    },
    {
      day: -98,
      at: '10:00',
      kind: 'telephone',
      title: 'One week on hydrocortisone',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `1 wk HC 10/5/5: "a new man". HA gone d3. Eats. Na 138. BP 126/80 home. No dizzy spells. C6 due today pushed 2 wk per Dr V (so endo sees him once more). Wife has kit in handbag, 2nd in van. Knows to double if fever. Denies rash, D, cough. Asks if HC counts as the steroid that would "switch off" the treatment: no, replacement dose only.

Wt home 89.6. Sleeps 8 h not 12. Working in drawing office. Na + BMP today via PCP faxed. HC times: 06:30 / 12:00 / 16:00, alarm on phone. Missed none. Sick day sheet on fridge & in van. Bracelet ordered. No swelling, gluc 96. Endo f/u 2 wk. Next oncology visit in 2 wk w/ C6.`,
    },
    {
      day: -84,
      at: '09:15',
      kind: 'progress',
      title: 'Melanoma clinic, cycle 6',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Three weeks of hydrocortisone. Works four days, ground level. No headache. Pale patches appeared around the scar and on both hands; his apprentice noticed.

# Objective
BP 132/82 without postural fall. Weight 90.2 kg. Depigmented macules with sharp border around the left back scar, dorsal hands and chin, together about 4 percent of body surface under Wood lamp. No scale. Axilla without nodes.

# Results
CT last week: partial response, minus 71 percent. ALT 26, creatinine 1.0.

# Assessment and plan
- Melanoma M1a, response. Cycle 6 of nivolumab-relatlimab today at full dose.
- Hypophysitis grade 2, inflammation settled clinically; secondary adrenal insufficiency grade 2, replaced, expected to be lifelong.
- Vitiligo, grade 1, from the immunotherapy and no bad sign; sunscreen, photographs.
- Headache plan and kit reviewed. Pituitary MRI in three months.

# Review of systems
No headache, vision normal, no thirst, no palpitations, bowels once daily, no cough, no joint swelling beyond the mason's knees, sleep good, libido somewhat returning.

# Medicines
Hydrocortisone 10 mg at half past six, 5 mg at noon, 5 mg at four; allopurinol 300 mg; emergency kit with expiry in two years.

# Teaching
He explained the sick-day plan back to me better than the residents do. Anesthesia card completed for any operation.`,
    },
    {
      day: -47,
      at: '19:10',
      kind: 'telephone',
      title: 'After-hours call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      standing: 'preliminary',
      text: `Wife calls 19:10. Dental abscess L lower molar since this AM, T 38.4, jaw swollen, dentist gave amox 500 tid. He took double HC at noon (20) + 10 at 16. Drinking. BP 124/76, HR 92. No vomiting.

Advice: stay double (20-10-10) until 24 h after fever gone, then straight back, no taper needed for 3 d. IM kit if vomits x2. ED if BP < 100 or drowsy. Amox ok w/ Opdualag. Ibuprofen ok short. Called back 21:30: T 37.8, ate soup. On-call endo agrees.

Allergies none. Other meds: allopurinol. Last Opdualag 9 d ago. No neck stiffness, swallows, no trismus. Glucose not measured. Wife comfortable w/ injection, practised twice. 2nd van kit was left in frost: told to replace. Message left for clinic AM team + endo nurse.`,
    },
    {
      day: -28,
      at: '09:30',
      kind: 'progress',
      title: 'Melanoma clinic, cycle 8',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Good. HC 10/5/5 faithfully, one sick-day episode (tooth) handled well. No HA. Vitiligo spreading on hands, does not mind, "marble". BM 1. No itch.

# O
BP 130/80 -> 128/82 standing. 91.0 kg. Vitiligo ~5% BSA. Nodes neg. Lungs clear.

# Labs
Na 139, K 4.2, TSH 2.0, FT4 1.1 (axis survived), gluc 99, ALT 27. Cortisol NOT drawn, meaningless on HC.

# A/P
1. c8 nivo/rela today.
2. Secondary AI on replacement; hypophysitis resolved on MRI (4 mm, slim stalk). Endo yearly.
3. Vitiligo G1.
4. Gout quiet. Allopurinol continues.
5. steroid card seen. Flu shot given L arm.

# ROS
neg x10 except knees.

# Meds
HC 10/5/5, allopurinol 300, amox finished 2 wk ago, sunscreen SPF 50.

# Imaging
CT 4 d ago: axillary node 0.6, no new. MRI pituitary as above. DXA not needed at replacement dose.

# Work
Back at the bench, no scaffold over 2 m until endo signs off. Driving ok.

# Plan for records
Medical alert bracelet worn. Copy of sick-day letter to dentist, PCP and the stone yard's first aider, at his own request.`,
    },
  ],
  episodes: [
    {
      term: 'hypophysitis',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -136,
      resolvedDay: -28,
      because: 'Headache, pituitary 8.5 mm, outpatient treatment, "CTCAE grade 2 for each".',
    },
    {
      term: 'adrenal-insufficiency',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -115,
      because: 'Cortisol 1.6, ACTH 6, sodium 129, moderate symptoms, hydrocortisone without admission.',
    },
    {
      term: 'vitiligo',
      grade: 1,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -90,
      because: 'Depigmented macules, 4 then 5 percent of body surface, "vitiligo, grade 1".',
    },
  ],
}
