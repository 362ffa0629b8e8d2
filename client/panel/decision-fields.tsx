import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import type { Grade } from '#fhir-mappings/grade.ts'
import type { PanelFinding } from '#fhir-mappings/panel.ts'
import { rejectionReasons } from '#fhir-mappings/rejection-reasons.ts'
import type { Draft } from './decision-form.ts'

interface Properties {
  readonly found: PanelFinding
  readonly draft: Draft
  readonly change: (draft: Draft) => void
}

/** The input a decision needs: a grade with its words, or a coded reason, and room for a note. */
export default function DecisionFields({ found, draft, change }: Properties) {
  return (
    <div className="fields">
      {draft.act === 'changed' ? (
        <RadioGroup
          value={draft.grade === null ? null : String(draft.grade)}
          onChange={(value) => change({ ...draft, grade: gradeOf(found, value) })}
        >
          <Label>Grade of {found.display}</Label>
          {found.grades.map(({ grade, text }) => (
            <Radio key={grade} value={String(grade)} className="radio">
              <strong>Grade {grade}</strong> {text}
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <RadioGroup value={draft.reason} onChange={(reason) => change({ ...draft, reason })}>
          <Label>Why {found.display} is rejected</Label>
          {Object.entries(rejectionReasons).map(([reason, text]) => (
            <Radio key={reason} value={reason} className="radio">
              {text}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <TextField
        value={draft.note}
        onChange={(note) => change({ ...draft, note })}
        maxLength={1000}
        className="note-field"
      >
        <Label>Note (optional, kept with the decision)</Label>
        <TextArea rows={2} />
      </TextField>
    </div>
  )
}

function gradeOf(found: PanelFinding, value: string): Grade | null {
  return found.grades.find(({ grade }) => String(grade) === value)?.grade ?? null
}
