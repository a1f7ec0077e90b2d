import type { RiskLevel } from './answer';

const WORDS: Record<RiskLevel, { name: string; meaning: string }> = {
  read_only: { name: 'Read-only', meaning: 'It looks, and changes nothing.' },
  changes: { name: 'Changes', meaning: 'It changes something that can be changed back.' },
  destructive: { name: 'Destructive', meaning: 'What it does cannot be undone.' },
  unknown: { name: 'Unknown', meaning: 'It cannot be told what this does.' },
};

export function RiskBadge({ level }: { level: RiskLevel }) {
  return (
    <span className={`badge risk risk-${level}`} data-risk={level}>
      <span className="dot" aria-hidden="true" />
      {WORDS[level].name}
    </span>
  );
}

export function riskMeaning(level: RiskLevel): string {
  return WORDS[level].meaning;
}
