import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: gastrointestinal terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const gastrointestinal = {
  colitis: {
    v5: {
      1: {
        text: 'No symptoms; seen only on examination or tests; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'clinical or diagnostic observation only' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Belly pain; or mucus or blood in the stool.',
        when: {
          any: [
            { type: 'symptom', severity: 'any', what: 'abdominal pain' },
            { type: 'finding', what: 'mucus in stool' },
            { type: 'finding', what: 'blood in stool' },
          ],
        },
      },
      3: {
        text: 'Severe belly pain; or peritoneal signs.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'abdominal pain' },
            { type: 'finding', what: 'peritoneal signs' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  diarrhea: {
    v5: {
      1: {
        text: 'Fewer than 4 stools a day more than usual; or slightly more ostomy output than usual.',
        when: {
          any: [
            { type: 'count', what: 'stools per day over baseline', gt: 0, lt: 4 },
            { type: 'finding', what: 'ostomy output mildly increased over baseline' },
          ],
        },
      },
      2: {
        text: '4 to 6 stools a day more than usual; or clearly more ostomy output; or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'count', what: 'stools per day over baseline', ge: 4, le: 6 },
            { type: 'finding', what: 'ostomy output moderately increased over baseline' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: '7 or more stools a day over usual; or admission needed; or very high ostomy output; or limits self-care.',
        when: {
          any: [
            { type: 'count', what: 'stools per day over baseline', ge: 7 },
            { type: 'intervention', kind: 'hospitalisation' },
            { type: 'finding', what: 'ostomy output severely increased over baseline' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: {
      1: {
        text: 'Consistency or frequency of stool has changed.',
        when: {
          any: [
            { type: 'finding', what: 'change in stool consistency' },
            { type: 'finding', what: 'change in stool frequency' },
          ],
        },
      },
      2: {
        text: '4 to 6 stools a day over usual; or clearly more ostomy output; or limits instrumental activities; or a change of consistency or frequency that limits them.',
        when: {
          any: [
            { type: 'count', what: 'stools per day over baseline', ge: 4, le: 6 },
            { type: 'finding', what: 'ostomy output moderately increased over baseline' },
            { type: 'adl', level: 'instrumental' },
            {
              all: [
                {
                  any: [
                    { type: 'finding', what: 'change in stool consistency' },
                    { type: 'finding', what: 'change in stool frequency' },
                  ],
                },
                { type: 'adl', level: 'instrumental' },
              ],
            },
          ],
        },
      },
      3: {
        text: '7 or more stools a day over usual; or admission or intravenous treatment needed; or very high ostomy output; or limits self-care.',
        when: {
          any: [
            { type: 'count', what: 'stools per day over baseline', ge: 7 },
            { type: 'intervention', kind: 'hospitalisation' },
            { type: 'finding', what: 'ostomy output severely increased over baseline' },
            { type: 'intervention', kind: 'iv' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  enterocolitis: {
    v5: {
      1: {
        text: 'No symptoms; seen only on examination or tests; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'clinical or diagnostic observation only' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Belly pain; or mucus or blood in the stool.',
        when: {
          any: [
            { type: 'symptom', severity: 'any', what: 'abdominal pain' },
            { type: 'finding', what: 'mucus in stool' },
            { type: 'finding', what: 'blood in stool' },
          ],
        },
      },
      3: {
        text: 'Severe or lasting belly pain; or fever; or ileus; or peritoneal signs.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'abdominal pain' },
            { type: 'symptom', severity: 'persistent', what: 'abdominal pain' },
            { type: 'finding', what: 'fever' },
            { type: 'finding', what: 'ileus' },
            { type: 'finding', what: 'peritoneal signs' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  gastritis: {
    v5: {
      1: {
        text: 'No symptoms; seen only on examination or tests; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'clinical or diagnostic observation only' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Symptoms with disturbed gut function; medical treatment needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'any' },
            { type: 'finding', what: 'altered GI function' },
            { type: 'intervention', kind: 'medical' },
          ],
        },
      },
      3: {
        text: 'Eating or gastric function severely disturbed; parenteral feeding or admission needed.',
        when: {
          any: [
            { type: 'finding', what: 'severely altered eating or gastric function' },
            { type: 'intervention', kind: 'tube-feeding-or-tpn' },
            { type: 'intervention', kind: 'hospitalisation' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent surgery needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent-surgery' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  mucositis: {
    v5: {
      1: {
        text: 'No or mild symptoms; no treatment needed.',
        when: {
          all: [
            {
              any: [
                { type: 'symptom', severity: 'none' },
                { type: 'symptom', severity: 'mild' },
              ],
            },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Moderate pain or an ulcer that leaves eating possible; diet has to be changed.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate', what: 'pain' },
            { type: 'finding', what: 'ulcer not interfering with oral intake' },
            { type: 'finding', what: 'modified diet indicated' },
          ],
        },
      },
      3: {
        text: 'Severe pain that interferes with eating and drinking.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'pain' },
            { type: 'finding', what: 'interferes with oral intake' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
} as const satisfies CriteriaOfTerms
