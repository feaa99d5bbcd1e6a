/** One suggestion: its amount, from whom to whom, why, and its cells; ticked where it is accepted. */
import { useId, type ReactElement } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { Proposal, ProposalPlace, ProposalSide } from '../../app/review/types';
import { targetKey } from '../targetKey';

const useStyles = makeStyles({
  item: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  box: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    fontVariantNumeric: 'tabular-nums',
    '& label': { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  },
  body: { paddingInlineStart: '28px' },
  sides: {
    display: 'grid',
    gridTemplateColumns: '36px 1fr',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  side: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  reason: { marginTop: tokens.spacingVerticalXS },
  places: {
    display: 'flex',
    flexWrap: 'wrap',
    marginInlineStart: `calc(-1px - ${tokens.spacingHorizontalS})`,
  },
  place: {
    minWidth: 0,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
  },
  gone: { color: tokens.colorPaletteRedForeground1 },
});

export function ProposalItem(props: {
  readonly proposal: Proposal;
  readonly isAccepted: boolean;
  readonly isBusy: boolean;
  readonly toggle: (proposal: Proposal, isAccepted: boolean) => void;
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
}): ReactElement {
  const styles = useStyles();
  const bodyId = useId();
  const { proposal } = props;
  const { amount, from, to, reason, places } = proposal;
  return (
    <div className={styles.item}>
      <Checkbox
        className={styles.box}
        label={amount}
        checked={props.isAccepted}
        disabled={props.isBusy}
        aria-describedby={bodyId}
        onChange={(_, { checked }) => {
          props.toggle(proposal, checked === true);
        }}
      />
      <div className={styles.body}>
        <dl id={bodyId} className={styles.sides}>
          <Side term="From" side={from} hasAmount={false} />
          {to.map((side, place) => (
            <Side key={place} term="To" side={side} hasAmount={to.length > 1} />
          ))}
        </dl>
        {reason !== '' && <p className={`${styles.small} ${styles.reason}`}>{reason}</p>}
        <Places places={places} goneTarget={props.goneTarget} open={props.open} />
      </div>
    </div>
  );
}

function Side(props: {
  readonly term: string;
  readonly side: ProposalSide;
  readonly hasAmount: boolean;
}): ReactElement {
  const styles = useStyles();
  const { provider, what, amount, why } = props.side;
  const name = provider === '' ? 'The providers of its lines' : provider;
  return (
    <>
      <dt className={styles.term}>{props.term}</dt>
      <dd className={styles.side}>
        {props.hasAmount ? `${name}: ${amount}` : name}
        <p className={styles.small}>{what}</p>
        {why !== '' && <p className={styles.small}>{why}</p>}
      </dd>
    </>
  );
}

function Places(props: {
  readonly places: readonly ProposalPlace[];
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
}): ReactElement {
  const styles = useStyles();
  const gone = props.places.find(({ sheet, cell }) => targetKey(sheet, cell) === props.goneTarget);
  return (
    <>
      <div className={styles.places}>
        {props.places.map(({ label, sheet, cell }) => (
          <Button
            key={label}
            appearance="subtle"
            size="small"
            className={styles.place}
            onClick={() => {
              props.open(sheet, cell);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      {gone !== undefined && (
        <p role="alert" className={`${styles.small} ${styles.gone}`}>
          {gone.label} is not there any more, or its sheet is hidden.
        </p>
      )}
    </>
  );
}
