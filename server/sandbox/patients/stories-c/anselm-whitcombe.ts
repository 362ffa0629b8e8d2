import { ALT, AST, BILIRUBIN, CREATININE, EOSINOPHILS } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `LIVER HX (copied forward): alcohol cirrhosis Child-Pugh A6, dry since 2019, small varices on carvedilol. HCC seg 6/7, 7.2 cm + two satellites, no vein invasion, AFP 640. TACE x1 incomplete. Single priming dose tremelimumab 300 mg with durvalumab 1500 mg, then durvalumab q4w. Baseline ALT 52, AST 61 - never normal in this man. Hep B, C neg. BMI 31.`

export const anselmWhitcombe: Story = {
  id: 'anselm-whitcombe',
  name: { given: 'Anselm', family: 'Whitcombe' },
  gender: 'male',
  born: '1958-09-19',
  shows:
    'Hard negative: Stevens-Johnson syndrome is suspected on tremelimumab and durvalumab and ruled out; the rash is from trimethoprim-sulfamethoxazole and does not return on durvalumab.',
  diagnosis: 'Hepatocellular carcinoma, multifocal, with compensated cirrhosis',
  treatments: [
    {
      agents: ['tremelimumab', 'durvalumab'],
      charted: 'rxnorm',
      text: 'Imjudo (tremelimumab-actl) 300 mg IV once + Imfinzi (durvalumab) 1500 mg IV',
      days: [-152],
    },
    {
      agents: ['durvalumab'],
      charted: 'hcpcs',
      text: 'Imfinzi (durvalumab) 1500 mg IV q4w',
      days: [-124, -68, -40, -12],
    },
    {
      agents: ['durvalumab'],
      charted: 'text',
      text: 'durvalumab 1500 mg IV, not given, rash under work-up',
      days: [-96],
      status: 'not-done',
    },
  ],
  problems: [
    { text: 'Alcoholic cirrhosis without ascites', icd10: 'K70.30', day: -2500 },
    { text: 'Esophageal varices, small', icd10: 'I85.10' },
    { text: 'Drug eruption, trimethoprim-sulfamethoxazole', icd10: 'L27.0', day: -98, status: 'resolved' },
    { text: 'Urinary tract infection, E. coli', icd10: 'N39.0', day: -106, status: 'resolved' },
  ],
  drugs: [
    { text: 'carvedilol 6.25 mg PO bid', from: -1500, reason: 'varices' },
    { text: 'spironolactone 50 mg PO daily', from: -1100 },
    {
      text: 'trimethoprim-sulfamethoxazole DS 1 tab PO bid x10 days',
      from: -106,
      until: -98,
      reason: 'urinary tract infection',
    },
    { text: 'triamcinolone 0.1% ointment bid trunk and limbs', from: -97, until: -80, reason: 'drug eruption' },
    { text: 'cetirizine 10 mg PO daily', from: -97, until: -84, reason: 'itch' },
    { text: 'lactulose 20 g PO bid prn', from: -700 },
  ],
  laboratory: [
    {
      ...ALT,
      values: [
        [-153, 52],
        [-124, 49],
        [-97, 55],
        [-68, 50],
        [-13, 47],
      ],
    },
    {
      ...AST,
      values: [
        [-153, 61],
        [-124, 58],
        [-97, 64],
        [-68, 60],
        [-13, 57],
      ],
    },
    {
      ...BILIRUBIN,
      values: [
        [-153, 1.4],
        [-97, 1.5],
        [-13, 1.3],
      ],
    },
    {
      ...EOSINOPHILS,
      values: [
        [-153, 0.2],
        [-97, 0.9],
        [-68, 0.3],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-153, 0.9],
        [-97, 1.2],
        [-68, 0.9],
      ],
    },
  ],
  notes: [
    {
      day: -152,
      at: '10:20',
      kind: 'progress',
      title: 'Liver tumor clinic, STRIDE day 1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `68M ex brewer, HCC. Here for treme x1 + durva #1. EGD last mo: small varices, no stigmata → ok (that's why not atezo/bev).

${HISTORY}

Meds carvedilol 6.25 bid, spironolactone 50, lactulose prn. NKDA, sulfa tolerated? "had it once in the army, fine".
PE ECOG 1, 101 kg, no ascites, no asterixis, spiders. Skin: spiders only.
Lab ALT 52 AST 61 bili 1.4 alb 3.6 INR 1.2 plt 98 AFP 640 TSH 2.1 Cr .9.

A/P start. Grade liver labs against HIS baseline please. Watch gut first 8 wks after treme. Labs q2w. Teaching done.

SH lives alone w/ dog Barley, brewery pension. No IVDU. FH father liver "same reason as me". ROS: itch occ (liver), stool 2-3 soft lactulose, sleep reversed a little, no melena, no mouth sores, no rash, joints ok, vision ok.
Rest of exam: BP 114/70 P 60 T 36.5 98 % RA. Palms red (cirrhosis not rash). Spleen +2. Ext trace edema. CN ok.
Transplant: out by size, downstaging not planned. Vaccines HAV/HBV done.
PharmD: TMP-SMX, NSAID, APAP ≤ 2 g/d, no herbal. Steroid plan if hepatitis: lower threshold for hepatology since AST/ALT ULN multiples mislead.`,
    },
    {
      day: -124,
      at: '09:30',
      kind: 'nursing',
      title: 'Durvalumab 2',
      format: 'html',
      carriage: 'inline',
      author: 'nurse',
      text: `# Infusion
Durvalumab 1500 mg over 60 minutes, no reaction, left forearm.

# Since last visit
Bowels two to three soft a day, which is the lactulose (he adjusts it himself). No blood. No rash, no itch, no mouth sores. Burning on passing water on and off, drinks little. Sleeps badly.

# Signs
T 36.7, pulse 62, BP 112/68, 100.2 kg, oriented, no flap.

# Results
ALT 49, AST 58: at his usual level. Urine dip given: leukocytes one plus, culture sent.

# Advice
Two litres unless the belly swells. Call with fever. Culture result by phone.

# Education repeated
Diarrhea on lactulose is a trap: the rule for him is more than his own three, or watery at night, or blood, then skip lactulose and call the same day. Skin: photograph, do not wait. Alcohol: none, congratulated. The booklet has a page on the single dose of the second drug, whose effects can be felt for months.

# Needs
Dog sitter arranged for infusion days through the parish. Rides with the volunteer van. Next durvalumab in four weeks, blood every two.`,
    },
    {
      day: -106,
      at: '11:45',
      kind: 'telephone',
      title: 'Urine culture and antibiotic',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Dysuria back, T 37.8. Rpt UCx E coli >100k, R amp, R cipro, S TMP/SMX, S nitrofurantoin (CrCl ok but prostatitis?), S ceftriaxone. PCP covering orders TMP-SMX DS bid x 10 d (male UTI). Interaction check by pharm: spironolactone + TMP = K up → hold spironolactone x10 d, K in 4 d. Pt told: rash/mouth sores/fever on it = stop & call. Next durva in 10 d.

Addendum, day 4 of abx by phone: dysuria gone, no fever. K 4.9 Cr 1.1. BM 3/d. No rash as of now. Complete the 10 d. Pt says pill "big as a hop cone". Reminded durva date, bring urine.`,
    },
    {
      day: -98,
      at: '20:35',
      kind: 'emergency',
      title: 'ED: rash with sore lips',
      format: 'plain',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `CC: rash, lips sore.

HPI 68M HCC/cirrhosis, s/p tremelimumab + durvalumab (last 26 d ago) on day 8 of Bactrim for UTI. 2 d red itchy spots chest→ arms, thighs. Today lips sore and cracked, eyes gritty. T 38.2 home. No blisters he saw. No dyspnea. ROS o/w neg.

PE T 37.9 HR 84 (on carvedilol) BP 118/64 98% RA. Morbilliform erythema trunk/arms/thighs, ~25 % BSA, blanching, some dusky centers on back?? no bullae, Nikolsky neg. Lips: dry fissures, no erosions, buccal mucosa erythem. Conj: mild injection. Genital: nl. 

Labs WBC 6.1 eos .9 ALT 55 (b/l 52) Cr 1.2 K 5.1 CRP 22.

MDM: r/o SJS/TEN - both ICI and sulfa are big culprits. SCORTEN 2 (age, cancer). R/O DRESS (day 8 is early, no nodes, LFT at b/l). STOP Bactrim now. IVF. Derm + ophtho in am. Obs on burn-capable floor. Hold durva. Solumedrol?? hold per derm phone unless progresses.

Dx: possible SJS, obs.

PMH: EtOH cirrhosis CP-A, HCC, varices. PSH hernia. Meds: carvedilol, lactulose prn, TMP-SMX (d8), spironolactone held. All: none known until now. Soc: alone, no EtOH 7 y.

ROS: fever +, chills -, eye grit +, photophobia -, odynophagia -, dysuria - (resolved), genital pain -, skin pain - (itch only), cough -, diarrhea - (lactulose 2-3), joint -, HA -, confusion -.

EXAM detail: skin tenderness none. Dusky areas back re-looked w/ better light: look stuck-on, ?SK. LN neg. Liver edge 2 cm, spleen tip. No asterixis. Fundi nd.

Orders: CBC diff, CMP, LDH 240, CK 60, UA (clear now), HSV lip swab (neg), Mycoplasma PCR (neg), CXR clear. Bx by derm am.

ALDEN-style timeline w/ pharmacy on call: TMP-SMX start D-8; durva D-26; treme D-54; carvedilol yrs; nothing else. Photos x6 in media.

0005 recheck: no new areas, lips same, eats toast w/o pain. VS ok. Pt scared "is it the cancer drug", told we do not know yet but sulfa is stopped already.`,
    },
    {
      day: -97,
      at: '07:50',
      kind: 'consult',
      title: 'Inpatient dermatology',
      format: 'ccda',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason for consult
Question of Stevens-Johnson syndrome in a patient who received checkpoint inhibitors.

# Findings
Overnight no extension. Blanching pink macules and papules, confluent over chest and flanks, about 22 percent of the body. The darker spots on the back are old seborrheic keratoses inside the redness. No target lesion of any kind. Nikolsky negative at four places. Palms and soles free. Lips chapped with angular fissures; inside of the mouth intact; no erosion of eye, nose, urethra or anus. He tells me his lips crack each winter and that he sleeps with open mouth.

# Ophthalmology this morning
Dry eyes with blepharitis, conjunctiva intact with fluorescein.

# Procedure
Two punch biopsies, frozen section of one read at noon.

# Assessment
No mucosal erosion, no detachment, no targets: Stevens-Johnson syndrome is ruled out clinically. Morbilliform drug eruption, day eight of trimethoprim-sulfamethoxazole, first choice. Checkpoint inhibitor rash stays second choice; it would have been expected earlier and the close link with the antibiotic speaks against it.

# Recommendations
- do not restart sulfonamide; label as allergy, delayed, non-severe
- triamcinolone ointment, cetirizine; no systemic steroid
- photographs daily for three days
- durvalumab may go on when the rash is gone

# Course of the eruption
First spots under the shirt on the sixth evening of the antibiotic, arms on the seventh, thighs on the eighth with fever of 38.2. Itch, no pain of the skin. The last tremelimumab was eight weeks and the last durvalumab almost four weeks earlier, without any skin sign in all that time.

# Scores
SCORTEN is not applicable without detachment. RegiSCAR for DRESS 1: fever, eosinophils 0.9, no nodes, no organ involved beyond a small creatinine rise that trimethoprim explains.

# Second look in the evening
Area 20 percent, paler at the shoulders. Lips softer with petrolatum. Mouth again intact, drinks orange juice without pain. Conjunctivae quiet.`,
    },
    {
      day: -95,
      at: '15:15',
      kind: 'pathology',
      title: 'Skin, two punches',
      format: 'rtf',
      carriage: 'inline',
      author: 'pathologist',
      text: `# Specimen
A left flank, B right upper arm.

# Microscopy
Superficial perivascular lymphocytic infiltrate with many eosinophils. Focal vacuolar change of the basal layer with single dead keratinocytes, at most one per field. No full-thickness necrosis, no split. Direct immunofluorescence negative.

# Diagnosis
Interface-poor, eosinophil-rich exanthematous drug reaction. No features of Stevens-Johnson syndrome or toxic epidermal necrolysis. No lichenoid band such as is often seen with PD-1 or PD-L1 antibodies.

# Clinical information on the form
Exanthem on day eight of trimethoprim-sulfamethoxazole, cancer immunotherapy, SJS?

# Comment
Single dyskeratotic cells are common in sulfonamide exanthems. The frozen section of the first day was reported by telephone with the same wording. The seborrheic keratosis included at the edge of specimen A is an incidental finding and explains the dark spot that was described.`,
    },
    {
      day: -94,
      at: '12:40',
      kind: 'discharge',
      title: 'Discharge after four days',
      format: 'plain',
      carriage: 'binary',
      author: 'hospitalist',
      charset: 'utf-16',
      text: `Dx: Exanthematous drug eruption due to TMP-SMX. SJS RULED OUT.
Secondary: E. coli UTI, treated; mild AKI Cr 1.2 (b/l 0.9), TMP effect + dry, resolving; K 5.1 → 4.4; HCC on durvalumab; cirrhosis CP A.

Hosp course: rash faded from day 2 without steroids. 25 % → 10 % BSA at d/c, peeling fine scale. Lips vaseline. Eye lubricants. UTI finished with CTX 1 g x3 d. LFTs at his baseline throughout. No encephalopathy. Naranjo 7 for sulfa by pharmacy; 2 for durvalumab.

The admitting note says "possible SJS" - please do not carry that dx forward.

D/c meds: carvedilol, lactulose, TAC 0.1 bid, cetirizine 10, art tears. Spironolactone restart in 1 wk w/ K. ALLERGY: TMP-SMX.

F/u liver tumor clinic 10 d, derm prn. Call: blisters, mouth sores, skin pain, fever.

Exam at d/c: T 36.6 P 62 118/66 98%. Pink fading macules trunk ~10 %, scale shoulders. Mouth clear. No detachment. Alert, no flap.
Pending: nothing. Bx final in chart.
Pharm med rec done w/ bottle count: TMP-SMX 16 of 20 taken, rest destroyed. Allergy bracelet? not needed, card given "sulfa antibiotics (not sulfites, not furosemide by itself)".
Immunotherapy team (Dr Vasterling) aware, agrees w/ rechallenge durvalumab after clearance.`,
    },
    {
      day: -68,
      at: '10:50',
      kind: 'progress',
      title: 'Liver tumor clinic, durvalumab resumed',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Skin clear for three weeks. Has thrown the antibiotic into the Thames, he says.

# Objective
ECOG 1, 99 kg. Skin: spiders, keratoses on the back. Mouth normal. No ascites.

# Data
ALT 50, AST 60, eosinophils 0.3, creatinine 0.9. AFP 210. CT: main tumor 5.9 cm with less enhancement, partial response.

# Assessment
1. HCC, response after tremelimumab and two doses of durvalumab.
2. Rash of last month: sulfonamide eruption, not immune-related, not SJS. Biopsy, time course and cure by stopping fit.
3. Liver tests at his own baseline; no hepatitis.

# Plan
Durvalumab today, which is also the test. If the rash returns within two weeks we must think again. One dose was skipped.

# Review of systems
Skin as above. Mouth no. Eyes no. Bowel three soft with lactulose. Urine clear. Sleep still the wrong way round. Weight down a kilo. Mood fine, Barley has pups. Itch none. Joints none. Head none. No bleeding.

# Drugs
Carvedilol 6.25 twice, spironolactone 50 since five weeks, lactulose. Not allowed: sulfonamide antibiotics. Allergy list checked with him, his pharmacy has it now.`,
    },
    {
      day: -54,
      at: '14:20',
      kind: 'telephone',
      title: 'Two weeks after rechallenge',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Skin check call D14 after durva #3. No rash, no itch, no sores, eyes fine. Photo of back uploaded: SKs only. BM 2-3 lactulose. Peeing ok. Wt 99. Spironolactone back, K 4.3. Asked if he can use sulfa wine?? explained sulfites ≠ sulfa, but no wine anyway, 7 yrs dry, well done.

Closed loop to Dr V: rechallenge durvalumab = skin negative at 14 d. Plan q4w continue. Next labs 2 wk. Reminder EGD sched. Pt asks whether Barley's pup shampoo w/ chlorhexidine is dangerous: no. LN no fever, lips no crack (uses petrolatum, humidifier). Med list same; TMP-SMX allergy visible at his pharmacy.`,
    },
    {
      day: -12,
      at: '11:05',
      kind: 'progress',
      title: 'Liver tumor clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `#5 durva. Tolerates, 3 doses since the rash w/o any skin sx → settles it.

ECOG 1. ALT 47 AST 57 bili 1.3 alb 3.7 AFP 95. No diarrhea beyond lactulose, no colitis sx, TSH 2.4, gluc 104.

Old problem list still showed "SJS?" - removed today.

A/P HCC PR. no irAE so far. Cirrhosis CP A5. EGD due. Continue q4w.

${HISTORY}

ROS: skin neg (asked 3 ways), mouth neg, eyes neg, stool 2-3 soft, urine clear, sleep better, no bleed, no confusion per neighbor. PE 98.6 kg 112/66 60 36.4 98: SKs back, spiders, no rash, no icterus, spleen +2, no flap, trace edema. Meds carvedilol, spironolactone 50, lactulose. Eos 0.2 plt 104. CT in 3 wk.`,
    },
  ],
  episodes: [],
}
