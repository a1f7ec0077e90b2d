/** The gateway's answer (docs/contracts.md); what it did not compute is absent. */
export type RiskLevel = 'read_only' | 'changes' | 'destructive' | 'unknown';
export type Reason = { rule: string; text: string; start: number; end: number };
export type Risk = { level: RiskLevel; reasons?: Reason[] };
/** What the part of the command from `start` to `end` does. */
export type Explanation = { start: number; end: number; text: string };
export type Alternative = { command: string; confidence?: number; risk?: Risk };

export type Usage = {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens?: number; local?: number; remote?: number };
};

export type CommandAnswer = {
  command: string;
  shell: string;
  risk: Risk;
  effects?: string[];
  placeholders?: { name: string; start: number; end: number }[];
  explanation?: Explanation[];
  needs_confirmation?: boolean;
  confidence?: number;
  clarification?: string | null;
  alternatives?: Alternative[];
  usage?: Usage;
  model?: string;
  system_fingerprint?: string;
};

export type CommandRequest = {
  request: string;
  shell: string;
  os?: string;
  context?: string;
  alternatives: number;
};
