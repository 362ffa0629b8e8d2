import { BILIRUBIN, CREATININE, HAEMOGLOBIN, PLATELETS, POTASSIUM } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `ONC HX copied forward: endometrial ca, MMR deficient (MLH1 promoter methylated), TAH-BSO, stage IIIC2, carbo/paclitaxel x6 finished 2 yr ago, relapse vaginal cuff + peritoneal. Pembrolizumab 200 q3w mono. G6PD normal. No prior transfusion except 1 u at hysterectomy. Celiac on diet, osteoarthritis hips. Blood group A pos.`

export const renskeUmarova: Story = {
  id: 'renske-umarova',
  name: { given: 'Renske', family: 'Umarova' },
  gender: 'female',
  born: '1956-02-20',
  shows:
    'Haemolysed samples first (potassium and LDH falsely high, corrected), then true autoimmune haemolytic anaemia (grade 3) on pembrolizumab.',
  diagnosis: 'Endometrial carcinoma, mismatch repair deficient, recurrent',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'text',
      text: 'KEYTRUDA 100 mg/4 mL, pembrolizumab 200 mg IV',
      days: [-197, -176, -155, -134, -113],
    },
  ],
  problems: [
    { text: 'Celiac disease', icd10: 'K90.0', day: -7000 },
    { text: 'Autoimmune hemolytic anemia, drug-induced', icd10: 'D59.0', day: -97 },
    { text: 'Osteoarthritis of hips', icd10: 'M16.0' },
    { text: 'Difficult venous access', day: -155 },
  ],
  drugs: [
    { text: 'prednisone 70 mg PO daily, slow taper', from: -97, until: -20, reason: 'autoimmune haemolytic anaemia' },
    { text: 'folic acid 5 mg PO daily', from: -97, reason: 'haemolysis' },
    { text: 'red cells, 2 units', from: -97, until: -96, reason: 'symptomatic anaemia' },
    { text: 'rituximab 375 mg/m2 IV weekly x4', from: -83, until: -62, reason: 'steroid-dependent haemolysis' },
    { text: 'trimethoprim-sulfamethoxazole SS PO daily', from: -90, until: -20, reason: 'PJP prophylaxis' },
    { text: 'omeprazole 20 mg PO daily', from: -97, until: -20 },
    { text: 'acetaminophen 500 mg PO prn', from: -900 },
  ],
  laboratory: [
    {
      ...HAEMOGLOBIN,
      values: [
        [-198, 12.6],
        [-155, 12.3],
        [-134, 12.2],
        [-113, 11.4],
        [-97, 6.8],
        [-96, 8.4],
        [-90, 8.9],
        [-83, 8.1],
        [-62, 10.4],
        [-34, 11.9],
        [-12, 12.4],
      ],
    },
    {
      analyte: 'ldh',
      loinc: '2532-0',
      display: 'Lactate dehydrogenase',
      unit: 'U/L',
      low: 120,
      high: 250,
      values: [
        [-198, 188],
        [-155, 890, 'haemolysed'],
        [-154, 196, 'corrected'],
        [-134, 204],
        [-97, 1040],
        [-83, 612],
        [-62, 285],
        [-34, 210],
        [-12, 199],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-198, 4.1],
        [-155, 6.6, 'haemolysed'],
        [-154, 4.2, 'corrected'],
        [-134, 4.0],
        [-97, 4.3],
        [-12, 4.2],
      ],
    },
    {
      analyte: 'haptoglobin',
      loinc: '4542-7',
      display: 'Haptoglobin',
      unit: 'mg/dL',
      low: 30,
      high: 200,
      values: [
        [-154, 142],
        [-97, 9],
        [-83, 12],
        [-62, 44],
        [-12, 131],
      ],
    },
    {
      ...BILIRUBIN,
      values: [
        [-198, 0.5],
        [-155, 0.6],
        [-97, 3.8],
        [-83, 1.9],
        [-62, 1.0],
        [-12, 0.6],
      ],
    },
    {
      ...PLATELETS,
      values: [
        [-198, 244],
        [-97, 231],
        [-62, 268],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-198, 0.8],
        [-155, 0.8],
        [-97, 0.9],
        [-12, 0.8],
      ],
    },
  ],
  notes: [
    {
      day: -197,
      at: '10:00',
      kind: 'progress',
      title: 'Gyn oncology, pembrolizumab 1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `70F retired piano tuner's accountant (her joke). Relapse cuff + peritoneum, dMMR.

${HISTORY}

Celiac = autoimmune, strict diet, tTG neg last yr. Discussed: stools may be harder to read for us. Hgb 12.6 LDH 188 bili .5 Cr .8 K 4.1 TSH 2.6.
PE ECOG 1, 70 kg. Cuff nodule 2 cm. Port declined, thin veins.
C1 pembro today. Scan wk 9.

ROS: bloating +, early sat +, wt -2. stool 1/d formed on GF diet. no bleeding now. DOE none. hips ache am. skin dry. no easy bruise. eyes dry. no numb (residual toes G1 paclitaxel).
Meds: APAP prn, vit D. All: nickel. FH: mother pernicious anemia; no CRC (Lynch neg by methylation). Lives w/ wife Dagmar. No tob/ETOH.
VS 128/74 76 36.6 98%. Conj pink, no icterus, no spleen. Abd mild distension. Cuff nod 2 cm firm.
Hx of transfusion 1 u 3 y ago uneventful.`,
    },
    {
      day: -155,
      at: '09:20',
      kind: 'nursing',
      title: 'Difficult draw, pembrolizumab 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C3. PIV x4 attempts, labs finally drawn through 24g in hand w/ syringe, slow. Lab phones 0945: K 6.6 LDH 890, specimen grossly HEMOLYZED, please redraw. Pt well, HR 72 reg, BP 126/74, no weakness. ECG per MD: sinus, no peaked T. Redraw by VAT w/ ultrasound tomorrow am, pharmacy agrees to hold drug? -> MD: Hgb 12.3 Cr .8 ok, treat today, K does not fit. Infused ok. Port talk again, maybe.

Tox check: fatigue N, DOE N, rash N, diarrhea N (GF), itch N, joint hips, HA N, urine yellow. Wt 70.4. Post VS 124/72 70. R hand bruise 2 cm, arnica her idea. Redraw appt 0730 VAT. Pt told: go ED if palpitations/weak tonight just in case; she thinks lab "shook the tube like a salad".`,
    },
    {
      day: -154,
      at: '11:30',
      kind: 'laboratory',
      title: 'Corrected report, chemistry',
      format: 'html',
      carriage: 'inline',
      author: 'pathologist',
      text: `# Corrected report
Yesterday's chemistry came from a haemolysed specimen (haemolysis index 4 plus). Potassium 6.6 and LDH 890 were released in the tube and must not be used. Hemoglobin and creatinine were measured on another tube and stand.

| Test | Yesterday | Repeat today | Limits |
| Potassium | 6.6 (haemolysed) | 4.2 | 3.5-5.0 |
| LDH | 890 (haemolysed) | 196 | 120-250 |
| Haptoglobin | not done | 142 | 30-200 |
| Haemolysis index | 4+ | 0 | 0 |

# Comment
In-vitro haemolysis from drawing. Normal haptoglobin of today speaks against haemolysis in the patient. The clinic has been told by phone at 11:10, read back by T. Oyelaran RN.

# Other tests of yesterday that stand
| Test | Value | Limits |
| Hemoglobin | 12.3 | 12-16 |
| Creatinine | 0.8 | 0.6-1.2 |
| Bilirubin | 0.6 | 0.2-1.2 |

AST of yesterday (61) is withdrawn as well; red cells carry AST. ALT of 20 is affected little and stands.`,
    },
    {
      day: -134,
      at: '10:40',
      kind: 'progress',
      title: 'Gyn oncology, scan visit',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Good days. Stools as always on her diet. Bloating gone.

# Objective
ECOG 0, 71 kg, BP 124/72. Cuff nodule 0.8 cm.

# Data
Hemoglobin 12.2, potassium 4.0, LDH 204, drawn with ultrasound. CT: peritoneal implants smaller by 55 percent.

# Plan
- pembrolizumab 4
- potassium of 6.6 three weeks ago was the tube, not she
- long peripheral catheter on infusion days

# Review
Appetite good, gluten-free bread improved. Walks to church on the hill. Hips as usual. No rash, itch, cough, thirst, swelling. No bleeding from the cuff. Bruises only where needles went.

# Medicines
Acetaminophen at need, vitamin D. No supplements, no quinine, tonic water on Fridays one glass, which the pharmacist noted with a smile.`,
    },
    {
      day: -113,
      at: '10:15',
      kind: 'nursing',
      title: 'Pembrolizumab 5',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C5, VAT placed 20g x1. Wt 70.6 T 36.6 HR 84 BP 122/70 98%. Hgb 11.4 (12.2), other labs fine per RN parameters, no LDH ordered this time. "A bit breathless on hill to church since a week", thinks she is out of shape. No bleeding, stools brown, urine yellow. No cough. Told MD, lungs clear on exam, go. Call if worse. Infused, no rxn.

ROS by RN list: fatigue G1 new, DOE G1 new, palpitations no, CP no, dizzy no, diarrhea no, rash no, itch no, joint hips, HA no, vision no, fever no, urine yellow, stool brown, appetite ok. Skin color looks ok in this light. Last ferritin 88. FOBT not done. Hgb trend texted to MD: 12.6 12.3 12.2 11.4.

Post VS 120/70 82 36.6 98. Port leaflet given again. RTC 3 wk. Message left w/ triage: Hgb recheck 1 wk suggested by RN, pt prefers with next visit unless worse.`,
    },
    {
      day: -97,
      at: '17:30',
      kind: 'emergency',
      title: 'ED: dyspnea, yellow eyes',
      format: 'plain',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `CC: SOB, yellow, dark urine.

HPI 70F endometrial ca on pembro #5 16 d ago. 2 wk worsening DOE, now 1 room. Wife noticed yellow eyes 3 d, cola urine. Palpitations. No bleed, no melena. No new meds besides pembro (no abx, no dapsone, no rasburicase). No fever, travel, bites.

PE T 37.1 HR 118 BP 108/62 RR 24 97% RA. Pale + icteric. Flow murmur. Spleen tip? Abd NT. No petechiae. Neuro nl.

LABS Hgb 6.8 (11.4), MCV 104, plt 231, WBC 9. Retic 9.2%. LDH 1040 – sample NOT hemolyzed, index 0, asked lab specifically. Hapto 9. T bili 3.8 direct .5. K 4.3 Cr .9 ALT 22 AST 71. DAT IgG 3+ C3 1+. Smear: spherocytes, polychromasia, no schistocytes. Coag nl. Trop 12.

MDM: warm AIHA, ICI. Not TTP (no schisto, plt nl, ADAMTS not needed), not DIC, not bleed, not hepatitis (indirect bili). Type&screen: panagglutinin, least incompatible units w/ blood bank MD.

Tx: 2u slow, methylpred 70 IV, folate. HOLD pembro. Heme consult. Admit tele.

PMH endometrial ca, celiac, OA. Meds APAP prn, vit D. All nickel. Soc wife Dagmar. FH mother pernicious anemia.

ROS + fatigue, DOE, palp, dark urine, yellow eyes. - fever, abd pain, melena, hematochezia, vag bleed, bruise, rash, joint, cough, leg swelling, HA, numb, confusion, diarrhea.

ECG sinus tach 116 no ischemia. CXR clear. POCUS no effusion, IVC flat-ish, FAST neg, GB no stones, CBD 4.
UA: blood 3+ dip, RBC 0-2 /hpf = hemoglobinuria. Lactate 1.9. INR 1.0 fib 410.

Reassess 1945: HR 104 after MP + O2 2 L for comfort. First unit hung 1930 w/ blood bank doc ok'ing biological crossmatch 15 min, no rxn. Hgb repeat 7.1 before. Wife updated.

CC time 50 min. Sample note for whoever reads back: venous gas sample in same stick K 4.2, i.e. tube is good; LDH is real this time.`,
    },
    {
      day: -96,
      at: '09:00',
      kind: 'consult',
      title: 'Hematology consult',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Question
Hemolysis under pembrolizumab.

# Findings
Spherocytes and nucleated red cells on my own look at the film. Antibody panel: warm autoantibody without specificity, no alloantibody after adsorption. Cold agglutinin titer 1:8. Reticulocytes 310 per nanolitre. Folate and B12 in range. Protein electrophoresis without spike. CT spleen 13 cm, no lymphoma.

# Assessment
Warm autoimmune hemolytic anemia caused by PD-1 inhibition, CTCAE grade 3: transfusion and steroids needed. Hemoglobin after two units 8.4. Life is not in danger today.

# Recommendations
- prednisone 1 mg per kg until hemoglobin is above 10 for a week, then slow taper
- folic acid 5 mg
- rituximab if no stable rise in two weeks
- transfuse below 7 or with symptoms, warm the line
- prophylactic heparin: hemolysis clots
- hepatitis B core before rituximab
- pembrolizumab permanently off

# Time line
| Day of treatment | Hemoglobin | Remark |
| start | 12.6 | normal LDH |
| cycle 3 | 12.3 | tube haemolysed, repeat normal, haptoglobin 142 |
| cycle 4 | 12.2 | LDH 204 |
| cycle 5 | 11.4 | first breathlessness, LDH not ordered |
| today minus one | 6.8 | DAT IgG three plus |

So the hemolysis began around the fifth infusion. The spoiled tube of two months ago has nothing to do with it.

# What was looked for besides
Transfusion reaction (none in three years), cold disease, lupus serology negative, B-cell clone by flow none, G6PD normal and measured before the crisis, Wilson no.`,
    },
    {
      day: -90,
      at: '14:00',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'html',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Diagnoses
- Warm autoimmune hemolytic anemia from pembrolizumab, grade 3
- Endometrial carcinoma, recurrent, responding
- Celiac disease

# Reason for admission
Breathlessness in one room, jaundice and cola urine sixteen days after the fifth pembrolizumab, hemoglobin 6.8.

# Hospital course
Heme. Two red cell units were given in the first night, least incompatible, without reaction. Direct antiglobulin test IgG three plus. Prednisone 70 mg after one day of intravenous methylprednisolone. Hemoglobin 8.4, 8.1, 8.6 and 8.9 at discharge. LDH 1040, 870, 690. Reticulocytes stay high, so the marrow works. Peripheral film on day four: fewer spherocytes.

Why not something else. Every chemistry tube was checked for the haemolysis index since there had been a spoiled tube in the summer; all were clean this time, haptoglobin was 9, and bilirubin was indirect. Schistocytes were absent and platelets 231, so no thrombotic microangiopathy. Stool was brown and negative, no bleeding from the cuff. Paroxysmal nocturnal hemoglobinuria flow was negative. Virus tests for CMV, EBV, parvovirus and mycoplasma were negative. Hepatitis B core negative. No drug besides pembrolizumab and acetaminophen.

Heart. Pulse 118 to 84. Troponin 12 and flat. No ischemia.

Clot. Enoxaparin 40 mg daily while in bed, none at home.

Sugar. Up to 210 with prednisone, no treatment.

Gut. Formed stools, gluten-free kitchen managed on the second day after one mistake with a muffin; no diarrhea resulted.

Veins. A midline served the stay and was removed. She accepts a port now.

# Discharge medicines
| Drug | Dose | Remark |
| Prednisone | 70 mg in the morning | until hematology says |
| Folic acid | 5 mg daily | |
| Omeprazole | 20 mg | gluten-free brand |
| Trimethoprim-sulfamethoxazole | single strength daily | G6PD normal |
| Acetaminophen | 500 mg if needed | |

# To do
Blood count, LDH, reticulocytes on Monday and Thursday. Hematology in one week. Gynecologic oncology in two weeks with the question what instead of pembrolizumab. Allergy field: pembrolizumab, hemolysis.

# For the family doctor
Please do not send her to the walk-in laboratory; her veins give haemolysed tubes which nobody can tell from the disease without haptoglobin.`,
    },
    {
      day: -83,
      at: '15:15',
      kind: 'telephone',
      title: 'Hemoglobin falls again',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `CBC today Hgb 8.1 (8.9), LDH 612 index 0, hapto 12, retic 8%, on pred 70 x2 wk. Sx: tired, no CP, eyes a bit yellow. Heme on phone: steroid partial → add rituximab 375/m2 weekly x4 starting today, HBcAb neg confirmed. No transfusion unless < 7. Pt informed, chair 3 at 1600, wife drives. Consent by Dr Abernathy. Keep pred 70 one more wk then 60.

Readback ok. Pharm: rituximab dose 690 mg, premeds APAP + diphenhydramine, first infusion slow, she gets pred anyway. HBV DNA not needed core neg. Vaccinations on hold. Next CBC Thurs. ER if CP, faint, Hgb<7.`,
    },
    {
      day: -62,
      at: '10:30',
      kind: 'consult',
      title: 'Hematology clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `Ritux 4/4 today. Hgb 8.1 → 9.2 → 10.4. LDH 285, hapto 44, bili 1.0, retic 3.9. DAT still 1+. pred 40.

No infxn, sleeps 4 h, moon face, thighs weak (steroid). Wt 74.

AIHA (pembro) G3, responding to rituximab. Now mild residual hemolysis. Taper 10 q wk to 20 then 5 q 2wk... she wants faster for the choir trip, ok 5 weekly if Hgb ≥ 11. Folate on. Vaccines 6 mo later. TMP/SMX till < 20 mg + 2 wk.

ROS: DOE 2 flights only. no fever/cough. bowel GF ok. urine clear. mood "wired". no thrush. bruises forearm.
VS 134/78 84 36.6 98%. Mild pallor, no icterus now. Spleen np. Prox legs 4+/5. Glucose 142 random, A1c unreliable (hemolysis, rituximab no).
Ritux #4 over 3.5 h no rxn. Folate 5. Dagmar keeps Hgb chart on piano.`,
    },
    {
      day: -34,
      at: '11:10',
      kind: 'progress',
      title: 'Gyn oncology, off pembrolizumab',
      format: 'pdf',
      carriage: 'inline',
      author: 'oncologist',
      text: `GYNECOLOGIC ONCOLOGY VISIT

Subjective: pred 15 mg. Climbs to church again without a stop. Urine pale. No cuff bleeding.

Objective: ECOG 1, weight 73 kg, not icteric, pulse 76, spleen not felt. Cuff without nodule.

Results: hemoglobin 11.9, LDH 210 from the new port with index 0. CT: peritoneal implants almost gone, eleven weeks after the last dose.

Assessment: (1) endometrial carcinoma, near complete response without treatment. (2) Hemolytic anemia from pembrolizumab, grade 3 at worst, in remission on prednisone 15 mg. (3) Steroid myopathy, stairs with the rail.

Plan: observe, CT every three months. At relapse lenvatinib alone or hormones; no PD-1 or PD-L1 antibody. Hematology leads the taper.

Medicines: prednisone 15 mg, folic acid 5 mg, trimethoprim-sulfamethoxazole, omeprazole, calcium with vitamin D. Port flushed.

Review of systems: breath good, urine pale, skin clear, stool formed on her diet, no cough, no numbness, hips stiff, thighs weak on stairs, mood quieter than on 70 mg, no bleeding, no fever, sleep six hours.`,
    },
    {
      day: -12,
      at: '13:40',
      kind: 'consult',
      title: 'Hematology, end of prednisone',
      format: 'rtf',
      carriage: 'binary',
      author: 'specialist',
      text: `# Course
Prednisone ended a week ago. Hemoglobin 12.4, LDH 199, haptoglobin 131, bilirubin 0.6. Antiglobulin test negative. Thighs stronger.

# Assessment
Autoimmune hemolytic anemia after pembrolizumab, resolved; no hemolysis in any test.

# Plan
- count monthly for six months, relapse is most frequent in the first year
- morning cortisol on Friday, sick-day card until then
- folic acid may stop
- immunoglobulins in three months after rituximab

${HISTORY}

# Other results
Reticulocytes 1.4 percent, ferritin 310, glucose 98, immunoglobulin G 6.1. White cells 5.2 with few B cells, as expected. Ultrasound of the spleen 11 cm.

# Vaccines
Influenza and pneumococcus six months after the last rituximab; no live vaccine. Wife vaccinated already.`,
    },
  ],
  episodes: [
    {
      term: 'hemolytic-anemia',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -113,
      resolvedDay: -12,
      because: 'Hemoglobin 6.8, DAT IgG 3+, haptoglobin 9, two units, steroids, rituximab, "CTCAE grade 3".',
    },
  ],
}
