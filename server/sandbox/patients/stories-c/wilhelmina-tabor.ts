import { CRP, ESR, HAEMOGLOBIN } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `PROBLEM TEXT (copied forward): ulcerative colitis since age 31, left sided, mesalamine, two steroid courses in her life, last colonoscopy with quiet mucosa two years ago. Breast cancer left, pT1c pN0, ER and PR positive, HER2 negative, lumpectomy and radiation, Oncotype 11, no chemotherapy, anastrozole for five years. Osteopenia. Penicillin rash as a child.`

export const wilhelminaTabor: Story = {
  id: 'wilhelmina-tabor',
  name: { given: 'Wilhelmina', family: 'Tabor' },
  gender: 'female',
  born: '1963-01-28',
  shows:
    'Not in the cohort: a flare of ulcerative colitis in a woman with breast cancer on anastrozole who never had a checkpoint inhibitor, although one note wrongly says immunotherapy.',
  diagnosis: 'Breast cancer left, pT1c pN0, hormone receptor positive',
  treatments: [],
  problems: [
    { text: 'Ulcerative colitis, left sided', icd10: 'K51.50', day: -11500 },
    { text: 'Long term use of aromatase inhibitor', icd10: 'Z79.811' },
    { text: 'Osteopenia', icd10: 'M85.80' },
    { text: 'Iron deficiency anemia', icd10: 'D50.0', day: -69 },
  ],
  drugs: [
    { text: 'anastrozole 1 mg PO daily', from: -620, reason: 'breast cancer' },
    { text: 'mesalamine 2.4 g PO daily', from: -4000, reason: 'ulcerative colitis' },
    { text: 'ibuprofen 600 mg PO tid', from: -96, until: -72, reason: 'joint stiffness on anastrozole' },
    { text: 'prednisone 40 mg PO daily, minus 5 mg per week', from: -68, until: -12, reason: 'ulcerative colitis' },
    { text: 'mesalamine 4 g rectal enema nightly', from: -72, reason: 'ulcerative colitis' },
    { text: 'vedolizumab 300 mg IV weeks 0, 2, 6', from: -26, reason: 'ulcerative colitis' },
    { text: 'ferric carboxymaltose 750 mg IV x2', from: -60, until: -53, reason: 'iron deficiency' },
  ],
  laboratory: [
    {
      ...HAEMOGLOBIN,
      values: [
        [-210, 12.9],
        [-96, 12.6],
        [-69, 10.1],
        [-40, 11.2],
        [-10, 12.3],
      ],
    },
    {
      ...CRP,
      values: [
        [-210, 3],
        [-69, 48],
        [-40, 9],
        [-10, 2],
      ],
    },
    {
      ...ESR,
      values: [
        [-210, 14],
        [-69, 61],
        [-10, 18],
      ],
    },
  ],
  notes: [
    {
      day: -210,
      at: '11:25',
      kind: 'progress',
      title: 'Breast oncology, half-yearly visit',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Fourteen months of anastrozole. Hot at night, fingers stiff until the second coffee. Bowels calm, one formed stool, no blood for years.

${HISTORY}

# Objective
ECOG 0, BP 128/78, weight 67.1 kg. Breasts: scar left at two o'clock, no mass. Axillae free. Hands without swelling.

# Data
Mammogram clear. Hemoglobin 12.9, CRP 3, ESR 14. T-score -1.8.

# Assessment and plan
- no evidence of disease, anastrozole continues
- arthralgia from aromatase inhibitor: walk, duloxetine if she wants, not now
- zoledronate every six months
- UC in remission, keep mesalamine and the gastroenterologist

# Review of systems
Hot flushes six a day. Sleep broken by them. Mood even. Joints: fingers and knees, morning only. Breasts: scar pulls in cold weather. Bowel as above. Bladder fine. Skin dry, no rash. Eyes dry, artificial tears help. No cough. Weight stable within a kilo.

# Family
Mother with breast cancer at seventy-four. A son with Crohn disease, well on adalimumab. BRCA panel negative.`,
    },
    {
      day: -96,
      at: '15:30',
      kind: 'telephone',
      title: 'Stiff hands',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `TC from pt. Hands + knees stiff ~1 h am, worse since winter, can't open jars. On anastrozole 18 mo. Asks for smth stronger than Tylenol. Per covering MD: ibuprofen 600 tid w/ food x2-3 wks, then consider switch to letrozole/exemestane. No red/hot joints. Kidney fn nl. [UC not mentioned on this call - added later by pharmacist, see msg]

Rx sent by covering MD e-rx 1545: ibuprofen 600 #90. Pt told take w/ food, stop if stomach pain. Past GI hx field in phone template blank. Symptoms > 6 wk not improved by walking. Duloxetine declined again. RTC visit for AI switch in 6 wk. Call back by pt if swelling/redness.`,
    },
    {
      day: -82,
      at: '09:05',
      kind: 'message',
      title: 'Portal: blood',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Patient: Hi, sorry to bother. Since about ten days I have loose stools again, 4-5 a day, and since yesterday some blood and slime on the paper. Cramps before. It feels like my UC from the old days. Could it be from the cancer pill? W. Tabor

Answer: Dear Ms Tabor, please STOP the ibuprofen today, this kind of painkiller can wake up ulcerative colitis and our pharmacist saw it only now on your list, we are sorry. Anastrozole can stay. I sent your message to GI, they will call you this week. If you feel faint, have fever, or more than 6 bloody stools: ER. Priya H.

Addendum P.H.: pharmacist's note attached — NSAID + UC interaction was suppressed as "low" on the phone order screen; reported. No antibiotics, no travel, no new foods. Patient had skipped mesalamine some days when moving house. Pt confirmed temperature 36.9, not dizzy. GI gave slot in 10 d, earlier if cancellations.`,
    },
    {
      day: -72,
      at: '10:40',
      kind: 'consult',
      title: 'Gastroenterology visit',
      format: 'rtf',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason
Flare of known ulcerative colitis.

# History
Seven to eight stools with blood, two at night, urgency, cramps eased by passing stool. Three weeks of ibuprofen until ten days ago. Missed mesalamine on and off during a house move. No travel, no antibiotics. No checkpoint inhibitor ever, I asked because the referral header said "oncology immunotherapy clinic"; her treatment is a hormone blocker.

# Examination
Temperature 37.2, pulse 92, abdomen soft, tender left lower quadrant, no guarding. Rectal: blood on the glove.

# Results
Calprotectin 2140. C. difficile PCR, culture and parasites negative.

# Plan
- mesalamine 4.8 g by mouth and enema nightly
- flexible sigmoidoscopy on Friday
- labs incl. iron
- if no change in a week: prednisone 40 mg

# Past course of the colitis
First flare at thirty-one after a second pregnancy, proctosigmoiditis, prednisone for ten weeks. Second in her forties up to the splenic flexure. Since then mesalamine alone, at half dose for the last years. Sclerosing cholangitis never; liver tests normal. Surveillance colonoscopy two years ago without dysplasia.

# What I explained
That painkillers of the ibuprofen kind and pauses of mesalamine are the two commonest reasons; that the hormone blocker is not to blame; that the breast cancer narrows the choice of later drugs but does not close it.`,
    },
    {
      day: -69,
      at: '12:30',
      kind: 'pathology',
      title: 'Colon biopsies',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `A: rectum, B: sigmoid 30 cm, C: sigmoid 45 cm.

Micro: diffuse chronic active colitis, continuous from A to C with distortion + branching of crypts, basal plasmacytosis, Paneth cell metaplasia in C. Cryptitis and crypt abscesses. No granuloma. No apoptotic excess, no intraepithelial lymphocytosis. CMV stain neg. No dysplasia.

Dx: moderately active ulcerative colitis (Nancy 3). Features of chronicity argue against an acute drug colitis.

Clinical history on requisition reads "IO colitis?". On phone Dr Abernathy says no IO exposure, requisition template error. Amended before sign-out.

Gross: A three, B two, C two tan fragments to 3 mm, all embedded.
Stains: CMV IHC neg (A, B), spirochete not seen. Levels x3.
Comparison w/ biopsies two yrs ago (slides pulled): then quiescent with crypt distortion, now active at the same segments. Case shown to second GI pathologist, agrees. No dysplasia today, but inflamed mucosa is not ideal for judging; repeat when calm.`,
    },
    {
      day: -68,
      at: '18:50',
      kind: 'emergency',
      title: 'ED: bloody diarrhea',
      format: 'plain',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `63F UC + breast ca (on anastrozole; triage tab says "immunotherapy pt" - she is not, confirmed w/ pt, MAR, onc on call). 9 bloody BM today, dizzy on standing. scope fri: Mayo 2 to 45 cm.

VS 37.4 HR 104 → 88 p 1 L, BP 106/64 → 118/70, RR 16 98%.
Abd soft, LLQ tender no peritonism. 
Hgb 10.1 (12.6 2 mo ago) ferritin 9 CRP 48 K 3.6 Cr 0.8 alb 3.4 lact 1.1. AXR colon 4.5 cm, no air.

MDM: mod-severe UC flare, Truelove 3 of 5. No megacolon. NSAID + missed 5-ASA triggers. Not checkpoint colitis: never exposed.

Dispo: d/w GI. pred 40 PO start tonight, home w/ f/u 48 h, she prefers; return precautions.

ROS: + fatigue, + tenesmus. - fever at home, - vomiting, - eye pain, - back stiffness, - rash (erythema nodosum asked), joints as chronic.
PMH UC 1994, br ca 2 yr. All: PCN rash. Meds: anastrozole, mesalamine 4.8 + enema, Ca/D. (ibuprofen stopped 2 wk).
Reassess 2110: 1 BM since arrival, small. Ortho neg after fluids. Tolerates soup. GI fellow by phone, ok with d/c, C diff neg last wk not repeated, CMV on bx neg. DVT risk in flare discussed: no calf sx, walks.
EHR banner issue reported to charge RN.`,
    },
    {
      day: -60,
      at: '13:15',
      kind: 'nursing',
      title: 'Iron infusion',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `FCM 750 mg #1/2 in infusion ctr, chair 14 (between two immunotherapy pts, she joked abt it). Day 8 of pred 40. BMs 3/d, less blood, none at night. Sleep poor, hungry. Wt 65.0 VS 36.8 84 122/74.

No rxn, obs 30 min. Told phosphate can drop, call if bone pain. Med rec: anastrozole 1, mesalamine 4.8 + enema, pred 40, Ca/D. Ibuprofen OFF - now on intolerance list "UC flare".

Visit 75 min total. Ferritin 9 Hgb 10.1 pre. Hypersens kit at chair. PIV R AC. BP after 118/70. Ed: stool may not go black w/ IV iron, so black = call. Next dose 1 wk. Distress 3: worried about hair + job. SW card given. Mesalamine enema technique reviewed, left side, 30 min, towel.`,
    },
    {
      day: -40,
      at: '09:50',
      kind: 'consult',
      title: 'Gastroenterology follow-up',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Interval history
At 20 mg of prednisone stools are four and blood comes back. This is the second failed attempt to go below 25 mg.

# Results
Calprotectin 960, CRP 9, hemoglobin 11.2. Hepatitis B negative, QuantiFERON negative, chest film clear.

# Assessment
Steroid-dependent ulcerative colitis. In a woman with breast cancer under treatment a gut-selective drug is the natural choice; breast oncology agrees in writing.

# Plan of treatment
Vedolizumab 300 mg at weeks 0, 2 and 6. Prednisone minus 5 mg a week. Colonoscopy in six months with dysplasia surveillance. Vaccines: pneumococcus, zoster recombinant.

# Safety talk
Headache, nasal cold, joint ache are what people report from vedolizumab; serious infection is rare. No interaction with anastrozole. She is to tell the infusion nurses that her drug is for the bowel and not a cancer immunotherapy; the chairs are the same and the charts have been confused before.

# Examination
Abdomen soft, weight 66 kg, moon face beginning, proximal strength good.`,
    },
    {
      day: -10,
      at: '11:05',
      kind: 'progress',
      title: 'Breast oncology visit',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      text: `S: two formed BM, no blood since 2nd vedo. Off prednisone 2 days. Hands stiff, uses paraffin bath + exemestane question.

${HISTORY}

O: ECOG 0 wt 66.8 breasts neg.
Labs Hgb 12.3 CRP 2 ESR 18.

A/P
1. Br ca NED. Switch anastrozole → exemestane 25 after the taper for joints.
2. UC remission on vedolizumab (GI). NSAID never.
3. For the record: she has NOT had pembrolizumab or other IO; the banner "immunotherapy" on her chart belongs to the location where iron is given. IT ticket opened to remove.

ROS: hot flush 4/d, sleep ok off pred, eyes dry, bowel above, joints above, no cough, no rash, no bone pain. Vitals 126/76 78 36.6 99%. Axillae neg. Hands mild swelling PIPs.
Meds: mesalamine 2.4 (GI reduced) + vedo, anastrozole until Sunday then exemestane, Ca/D, zoledronate q6mo due.
DEXA next spring. Mammo 6 mo.`,
    },
  ],
  episodes: [],
}
