import { ALT, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `MEL HX (copy forward): acral lentiginous melanoma L heel, Breslow 4.4, ulcerated, SLN 2/3 pos, KIT/BRAF/NRAS wt. Wide excision + flap. In-transit relapse + 1 lung nodule -> nivolumab 480 q4w first line. Ocular hypertension R treated with drops since 2015, no other eye dz. Vit D def.`

export const svenOkonjo: Story = {
  id: 'sven-okonjo',
  name: { given: 'Sven', family: 'Okonjo' },
  gender: 'male',
  born: '1968-03-17',
  shows:
    'Vitiligo (grade 2, psychosocial) and bilateral anterior uveitis (grade 2) on nivolumab; a red eye before that was a corneal foreign body.',
  diagnosis: 'Acral melanoma of the left heel, stage IV M1b',
  treatments: [
    {
      agents: ['nivolumab'],
      charted: 'rxnorm',
      text: 'nivolumab 480 mg IV q4w',
      days: [-330, -302, -274, -246, -218, -190, -162, -106, -78, -50, -22],
    },
  ],
  problems: [
    { text: 'Ocular hypertension, right', icd10: 'H40.051', day: -4000 },
    { text: 'Vitiligo', icd10: 'L80', day: -218 },
    { text: 'Anterior uveitis, bilateral', day: -139, status: 'resolved' },
    { text: 'Vitamin D deficiency', icd10: 'E55.9' },
  ],
  drugs: [
    { text: 'latanoprost 0.005% 1 drop right eye at night', from: -4000, until: -139, reason: 'ocular hypertension' },
    { text: 'timolol 0.5% 1 drop right eye bid', from: -139, reason: 'ocular hypertension, prostaglandin stopped' },
    { text: 'prednisolone acetate 1% both eyes q1h, then taper', from: -139, until: -92, reason: 'anterior uveitis' },
    { text: 'cyclopentolate 1% both eyes bid', from: -139, until: -125, reason: 'anterior uveitis' },
    { text: 'tacrolimus 0.1% ointment face bid', from: -190, reason: 'vitiligo' },
    { text: 'cholecalciferol 2000 IU PO daily', from: -900 },
  ],
  laboratory: [
    {
      ...ALT,
      values: [
        [-331, 24],
        [-219, 27],
        [-163, 22],
        [-107, 25],
        [-23, 23],
      ],
    },
    {
      ...TSH,
      values: [
        [-331, 1.4],
        [-219, 1.9],
        [-163, 1.6],
        [-23, 1.7],
      ],
    },
  ],
  notes: [
    {
      day: -330,
      at: '10:40',
      kind: 'progress',
      title: 'Melanoma clinic, C1 nivolumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `58M bus mechanic, heel melanoma now in-transit calf nodules x7 and LLL nodule 1.3 cm. Discussed combo vs single agent; he must work, wife on disability -> nivo alone.

${HISTORY}

PE ECOG 0 BP 138/82 HR 68 97% 92 kg. Heel flap healed. 7 blue papules L calf. Skin dark brown, no depigmented patch, nails ok. Eyes white.

Labs nl incl ALT 24 TSH 1.4 LDH 188.

Plan: nivo 480 q4w. Teaching by Tomasz. Told that pale patches may come in melanoma & are not dangerous, he shrugged. Eye pain/light sensitivity = call. CT wk 12.

Soc: wife Ebele (has MS, on disability). 2 sons. Smokes cigars New Year. No FH melanoma, no FH vitiligo, thyroid ok in family.
Meds: latanoprost R qhs, vit D 2000. OTC none.
ROS: fatigue -, wt loss -, HA -, visual - (drops only), cough -, diarrhea -, joint: knees, skin per PE.
Consent signed, copy given. HBV/HCV/HIV neg. ECG nsr.

Time: 45 min, > half counseling. Interpreter not needed. Distress 3/10 (money). SW: heating grant forms. Employer letter for q4w Thursdays done. Insurance auth # on file.`,
    },
    {
      day: -281,
      at: '17:20',
      kind: 'emergency',
      title: 'ED fast track: red eye',
      format: 'html',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Complaint
Right eye red and scratchy since grinding an exhaust at noon.

# History
Fifty-eight years old, nivolumab for melanoma, second dose three weeks ago. Was grinding without goggles. Feels something under the upper lid. Tearing, no pain on reading, no halos. Uses latanoprost on that side.

# Examination
Vision 20/20 left, 20/25 right. Lid everted: clean. Metallic speck in the cornea at five o'clock with a small rust ring, fluorescein stains around it. Anterior chamber deep and quiet on slit lamp, no cells, no flare. Pressure 17.

# Treatment
Speck lifted with a needle under tetracaine, ring burred. Erythromycin ointment four times daily for five days. Tetanus booster.

# Impression
Corneal foreign body. Nothing that points to inflammation inside the eye from the immunotherapy. Eye clinic in two days, goggles!

# Past history and drugs
Heel melanoma with skin metastases of the calf. Raised eye pressure of the right for years. Latanoprost at night, vitamin D. No anticoagulant. No allergy. Does not smoke save for cigars.

# Advice given
Ointment before bed too. No patch. Ibuprofen 400 mg for pain with food for two days. Not to grind until the eye clinic has looked. If light becomes unbearable on both sides or the sight fogs, that would be another matter and he should say that he is on immunotherapy.`,
    },
    {
      day: -218,
      at: '11:30',
      kind: 'progress',
      title: 'Melanoma clinic, C5',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: works full time. Eye healed after the metal splinter. New: white spots back of hands + round mouth x6 wks, spreading. No itch. At work they call him "the panda", stopped going to choir. No GI/resp/MSK.

ROS: 10 systems neg except skin.

O: ECOG 0. Calf nodules flat, grey. Chalk-white macules dorsal hands (both), wrists, perioral, eyelids; Wood lamp bright. Est 4 % BSA. Some white eyelashes. No scale, no atrophy.

CT wk 12: LLL 1.3 -> 0.5 cm, PR.

A/P
1. Mel IV PR on nivo, C5 today.
2. Vitiligo, immune rel, G2 - not for area but psychosoc impact is real. Not a reason to stop. Derm ref, sunscreen 50+, camouflage consult.
3. TSH 1.9, glucose 91 (autoimmune companions screened).

${HISTORY}

Meds reviewed, no change. Vitals 132/80 – 72 – 36.6 – 98 % – 92.8 kg. Heart reg. Lungs cl. Abd soft, liver not enlarged. Neuro grossly ok. LN neg. Knees crepitus.
Pt asks if patches mean drug works: told that in melanoma the two often go together, no promise. PHQ-2 1/6. Photo of hands stored in media tab. Driver's photo ID - wants letter that he's still himself; written.`,
    },
    {
      day: -190,
      at: '13:10',
      kind: 'consult',
      title: 'Dermatology: depigmentation',
      format: 'rtf',
      carriage: 'binary',
      author: 'specialist',
      text: `# Referral
Depigmentation under nivolumab, request for treatment.

# Findings
Symmetric, sharply bordered chalk-white patches on hands, wrists, mouth, eyelids and, new since referral, shins and scalp with a white forelock. Together about 11 percent of the body. Poliosis of lashes. Koebner line under the watch strap. Moles on the back with white halo. Mucosa spared. No hair loss, ears normal, hearing unremarkable in conversation.

# How it affects him
DLQI 14. Avoids the choir and the public pool; customers ask whether it is contagious. Sleeps well, PHQ-2 is 1.

# Assessment
Vitiligo-like depigmentation from PD-1 blockade, grade 2 by area and by psychosocial burden. Associated with tumor response. No biopsy needed. White lashes and forelock call for one question: eye or ear symptoms (Vogt-Koyanagi-Harada pattern)? None at present.

# Treatment
- tacrolimus 0.1 percent to the face twice daily
- camouflage make-up course, prescription letter
- narrow-band UVB is declined by oncology and me for a man with melanoma
- ophthalmologist within the week if light hurts or vision blurs

# Photographs and follow-up
Twelve pictures with scale stored. Next skin visit in three months, with whole body check for new melanoma and nevi under the halos. Vitamin D is replaced already. Family: nobody with vitiligo, thyroid disease or white forelock.`,
    },
    {
      day: -140,
      at: '08:50',
      kind: 'telephone',
      title: 'Nurse line: light hurts',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pt calls 0830. BOTH eyes red + ache x5 d, bright light unbearable, wears sunglasses in the workshop. Blurry when reading. No splinter this time, wore goggles. No discharge/crust. No floaters, no flashes. HA behind eyes. No hearing change, no stiff neck. Bought OTC "red eye" drops, no help.

Last nivo 3 wks ago (C7). Advice: no OTC vasoconstrictor. Do NOT start leftover drops. Eye clinic tomorrow 0815 same-week slot confirmed w/ Dr Abernathy's desk. Hold C8 until seen, Dr V agrees. If vision drops suddenly -> eye ED tonight.

Addendum 0915: VA by phone app R 20/30 L 20/25 (normally 20/20). Contact lens no. Cold sore hx no. New skin products near eyes: tacrolimus oint to lids?? - uses on cheeks only, not lids. Timeline: spots 9 mo, eyes 5 d. Wife drives him. Dilating drops → no work tomorrow, note for employer sent via portal.`,
    },
    {
      day: -139,
      at: '08:45',
      kind: 'consult',
      title: 'Ophthalmology',
      format: 'html',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason
Bilateral photophobia under nivolumab.

# Examination
| | Right | Left |
| Best corrected vision | 20/30 | 20/25 |
| Pressure | 13 | 12 |
| Conjunctiva | ciliary injection | ciliary injection |
| Cornea | fine keratic precipitates | fine keratic precipitates |
| Chamber cells | 2+ | 1+ |
| Flare | 1+ | 1+ |
| Lens | no synechiae | clear |

Dilated: vitreous quiet, discs sharp, no choroidal folds, no serous detachment. OCT macula dry on both sides.

# Assessment
Acute anterior uveitis of both eyes, 2+ cells right and 1+ left, new under PD-1 inhibitor. CTCAE grade 2. No posterior involvement, so not Vogt-Koyanagi-Harada today. Syphilis serology, ACE, chest CT of last month (no nodes), HLA-B27 sent. Latanoprost may feed inflammation, although it was used for eleven years without trouble and on the right only.

# Plan
- prednisolone acetate 1 percent hourly while awake for three days, then every two hours
- cyclopentolate twice daily
- latanoprost to timolol
- oral steroid not needed
- review in four days, nivolumab paused until grade 1 or less

# History taken in the eye clinic
Five days of ache and glare on both sides, worse in the right. Never before. No cold sores, no mouth ulcers, no back stiffness in the morning, no rash besides the white patches, no ringing in the ears. The splinter of last spring healed without scar in the visual axis; a faint nebula at five o'clock is all that is left. Seven doses of nivolumab, the last three weeks ago. Wears no contact lenses.

# What the patient was told
Keep every appointment even if it feels good, since stopping drops early brings it back. Dilating drops blur reading and driving for as long as they are used. Do not rub. Sudden loss of sight, a curtain or flashes: come at once.`,
    },
    {
      day: -125,
      at: '09:30',
      kind: 'consult',
      title: 'Eye clinic review',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `2 wks on pred forte. Much better, photophobia gone, reads paper. VA 20/20 both. IOP R 19 L 16 (steroid responder? watch). SLE: R trace cells, L none, KPs resorbing, no syn. Fundus flat OU.

RPR neg, ACE 31 nl, HLA B27 neg.

Imp: ant uveitis OU 2/2 nivolumab, G2 at worst -> G1 (trace) now. Taper pred acetate qid x1 wk, tid, bid, qd, stop. Cyclopentolate stop. From my side nivo may resume when drops ≤ bid. RTC 2 wks, sooner if red.

Int hx: used drops hourly x3 d then q2h as told, cyclo made reading blurry, no HA now, no new spots of hair. Denies tinnitus/hearing loss/meningism again.
OCT mac dry OU, RNFL R slightly thin inf (old), stable. CXR/CT chest last mo no hilar LN. QuantiFERON neg.
Plan if relapse during taper: back up one step, not stop; if post seg signs → oral pred and onc decides re nivo.`,
    },
    {
      day: -106,
      at: '10:15',
      kind: 'progress',
      title: 'Melanoma clinic, restart after pause',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Missed 1 dose (uveitis). Eyes quiet, drops bid, saw eye clinic Mon: no cells OU.

Vitals 134/80, 70, 98%, 93 kg. White patches stable, face a bit of follicular repigment with tacrolimus. Calf nodules gone to stains. ALT 25.

A/P: 1. uveitis G2 → resolved to G0-1, resume nivo 480 today, eye check in 2 wks then q8wk. 2. vitiligo G2 cont topical. choir: going again, wears the make-up. 3. mel PR. If uveitis relapses: stop for good, observation is fair with this response.

Interval visit w/o dose 4 wk ago = nurse visit only. Eye clinic letters reviewed (3). Drops: pred acetate bid OU ends next wk, timolol R bid. HR 70 on timolol ok, no asthma.
ROS: no eye pain/floaters, no HA, no tinnitus, no diarrhea, no cough, no rash new, joints knees.
Labs: CBC nl, Cr 1.0, ALT 25, lip 22, TSH 1.6 (last mo), gluc 88.
Risk talk: uveitis G2 → label allows resume once G≤1. He wants to. Ebele present by phone. Signed again.`,
    },
    {
      day: -64,
      at: '15:45',
      kind: 'imaging',
      title: 'PET-CT, one year minus',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      text: `CLINICAL INFORMATION: acral melanoma heel, in-transit and pulmonary metastases, anti-PD1, paused for eye inflammation and resumed.

TECHNIQUE: 296 MBq FDG, 62 min uptake, vertex to toes.

FINDINGS: no avid lesion of calf, groin or lung. Left lower lobe scar 4 mm, no uptake. Thyroid without diffuse uptake. Colon physiological. Symmetric small hilar nodes not avid. Both orbits unremarkable. Flap of heel with faint mechanical uptake. Degenerative lumbar facets.

IMPRESSION: complete metabolic response. No organ pattern of immune-related inflammation. Recommend the usual interval.

MEASUREMENTS: target calf nodules not measurable. LLL scar 4 mm (baseline 13, wk 12 5). Liver SUVmean 2.1, blood pool 1.6. Deauville-like score 1 in groins.
INCIDENTAL: colonic diverticula, no diverticulitis. Dental hardware. Mild uptake in both knees, medial compartment, degenerative pattern.`,
    },
    {
      day: -22,
      at: '11:00',
      kind: 'progress',
      title: 'Melanoma clinic, C11',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Back to choir and pool. Eyes white since summer, last drop three months ago. Knees ache after kneeling under buses, as they have for twenty years.

# Objective
ECOG 0, 94 kg. Depigmentation of about 12 percent: hands, shins, mouth, scalp; lids partly brown again. Slit lamp last week: no cells. Right pressure 16 on timolol.

# Assessment and plan
- complete response, nivolumab today, stop planned at two years
- vitiligo persists and will; no treatment change, he has decided to like the forelock
- uveitis resolved, no relapse in five months of re-exposure
- knees: mechanical, no swelling, not immune arthritis

${HISTORY}

# Medicines
Timolol right eye, tacrolimus ointment to the face, cholecalciferol. No steroid drops. Sunscreen by the litre.

# Laboratory
ALT 23, TSH 1.7, creatinine 1.0, LDH 179, glucose 90, lipase 24, cortisol 12. Blood count normal.

# Review
Sleep good. Stool daily. No cough, no rash besides the known patches, no headache, hearing fine at choir, no thirst. Mood: "the forelock gets me tips".`,
    },
  ],
  episodes: [
    {
      term: 'vitiligo',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -260,
      because: 'About 11 percent of the body, DLQI 14, "grade 2 by area and by psychosocial burden".',
    },
    {
      term: 'uveitis',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -144,
      resolvedDay: -106,
      because: 'Cells 2+ right and 1+ left on slit lamp, "CTCAE grade 2", topical steroid.',
    },
  ],
}
