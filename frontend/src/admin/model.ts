/** What the REST resources below `admin` say and take. */

/** A secret as the server tells of it: never its text. */
export interface StoredSecret {
  secret: string;
  present?: boolean;
  expires?: string | null;
}

export type Secret = StoredSecret | { value: string };

/** A secret as it is sent back: by its name, without what is only read. */
export function nameOnly(secret: Secret): Secret {
  return 'secret' in secret ? { secret: secret.secret } : secret;
}

export type SignInKind = 'token' | 'tokenFile' | 'certificate' | 'kubeconfig' | 'inCluster';

export interface SignIn {
  kind: SignInKind;
  token?: Secret;
  secondToken?: Secret;
  path?: string;
  certificate?: string;
  privateKey?: Secret;
  kubeconfig?: Secret;
  context?: string;
}

export interface Impersonation {
  user: string;
  groups: string[];
}

export type Phase = 'connecting' | 'live' | 'stale' | 'unreachable' | 'denied' | 'misconfigured' | 'paused';

export interface Draft {
  id: string;
  name: string;
  server?: string;
  ca?: string;
  insecureTls: boolean;
  proxy?: string;
  signIn: SignIn;
  impersonate?: Impersonation;
  namespaces: string[];
  argoCdUrl?: string;
  paused: boolean;
}

/** What one answer knows of the configuration's version; sent back, it keeps two people from overwriting each other. */
export interface Versioned {
  version?: number | undefined;
}

export interface Connection extends Draft, Versioned {
  status?: { phase: Phase; reason: string; since: string; asOf: string | null };
  warnings?: string[];
}

export type Layer = 'configuration' | 'dns' | 'tcp' | 'tls' | 'authentication' | 'authorization' | 'argocd' | 'ok';

export interface TestResult {
  ok: boolean;
  layer: Layer;
  message: string;
  remedy: string;
}

export interface Context {
  name: string;
  cluster: string;
  user: string;
  namespace: string;
  usable: boolean;
  problem: string;
}

export interface Contexts {
  contexts: Context[];
  current: string | null;
  problem?: string;
}

export interface DefinedSet {
  key: string;
  title: string;
  connection: string;
  namespace: string;
  name: string;
  viewers: 'page' | 'projectRole';
  spaces: string[];
}

export interface DiscoveredSet {
  key: string;
  title: string;
  connection: string;
  namespace: string;
  name: string;
  applications: number;
}

export const RULE_KINDS = [
  'label',
  'annotation',
  'name',
  'path',
  'destinationCluster',
  'destinationNamespace',
  'valueFile',
  'targetRevision',
  'project',
] as const;

export type RuleKind = (typeof RULE_KINDS)[number];

export interface Rule {
  kind: RuleKind;
  key: string;
  pattern: string;
  value: string;
}

export interface Rules extends Versioned {
  environments: { order: string[]; rules: Rule[]; conventions: boolean };
  services: { rules: Rule[]; conventions: boolean };
}

/** Where a value may stand, and whether it has a name there. */
export const KEY_PLACES = {
  annotation: true,
  label: true,
  info: true,
  'project-annotation': true,
  'project-description': false,
  'project-groups': false,
  'project-name': false,
} as const;

export type KeyPlace = keyof typeof KEY_PLACES;

export interface MetadataField {
  id: string;
  title?: string;
  kind: 'text' | 'link';
  inherited: boolean;
  counts: boolean;
  /** As the server reads them: `annotation:a8r.io/owner`, `project-groups`. */
  keys: string[];
}

export interface Metadata extends Versioned {
  fields: MetadataField[];
}

/** For how many Applications a key decides, and some of its values. */
export interface KeyFound {
  decided: number;
  examples: string[];
}

export interface FieldFound {
  id: string;
  missing: number;
  /** In the order of the keys. */
  keys: KeyFound[];
}

export interface MetadataFound {
  applications: number;
  fields: FieldFound[];
}

export interface NodeConnection {
  connection: string;
  state: Phase;
  since: string;
  leader: boolean;
  objects: number;
  feed: number;
  lagMillis: number | null;
  lastError: string;
}

export interface Health {
  nodes: { node: string; self: boolean; told: string; connections: NodeConnection[] }[];
  database: { answers: boolean; silentMillis: number; rowsWritten: number };
  cache: {
    objects: number;
    documentBytes: number;
    feeds: { connection: string; feed: number; floor: number; backlog: number }[];
  };
  unknownPolicies: { connection: string; namespace: string }[];
}

export interface Compatibility {
  compatible: boolean;
  confluenceVersion: string;
  checked: number;
  missing: { use: string; reason: string }[];
}

/** What some of the rules found. */
export interface Matches {
  matches: number;
  examples: string[];
}

/** What one rule decides, and how many more it would match had not a rule above it decided them. */
export interface RuleMatches extends Matches {
  shadowed: number;
}

export interface RulesPreview {
  /** In the order of the rules. */
  rules: RuleMatches[];
  conventions: Matches;
  found: { name: string; count: number }[];
  unknown: Matches;
}

export interface Preview {
  applications: number;
  environments: RulesPreview;
  services: RulesPreview;
}

/** From when on something is drift; times in minutes. */
export interface DriftRules extends Versioned {
  graceMinutes: number;
  slowMinutes: number;
  staleMinutes: number;
  limitMinutes: number;
  off: string[];
}

/** What copilots may do. */
export interface CopilotRules extends Versioned {
  enabled: boolean;
  requests: boolean;
  callsPerMinute: number;
}

export interface Settings extends Versioned {
  discoverSets: boolean;
}

/** One run over the documentation. */
export interface DocumentationRun {
  number: number;
  phase: 'waiting' | 'running' | 'done' | 'failed';
  asked: string;
  ended: string | null;
  space: string | null;
  pages: number;
  read: number;
  statements: number;
  findings: number;
  mended: number;
  resumed: number;
}

export interface DocumentationState {
  state: 'idle' | 'waiting' | 'running';
  run: DocumentationRun | null;
  next: string | null;
  /** The newest first; none that is under way. */
  lastRuns: DocumentationRun[];
}

export interface Orphans {
  pages: { page: string; space: string; title: string; kind: string; says: string; since: string }[];
  pageCount: number;
  applications: { application: string; since: string }[];
  applicationCount: number;
  /** Key of the space that is offered for new pages, empty for none. */
  templateSpace: string;
}

/** Which pages stand for an Application by their label or title. */
export interface BindingRule {
  space?: string;
  on: 'label' | 'title';
  pattern: string;
  set?: string;
}

/** A field of services that pages are compared by. */
export interface ComparedField {
  key: string;
  headers: string[];
  label?: string;
  required: boolean;
}

export interface DocumentationRules extends Versioned {
  scheduled: boolean;
  cron: string;
  spaces: string[];
  bindings: BindingRule[];
  fields: ComparedField[];
  mode: string;
  modes: { key: string; mode: string }[];
  mender?: string;
  templateSpace?: string;
}

/** Whether somebody may do something, and the line of policy that decides. */
export interface AccessDecision {
  allowed: boolean;
  because: string;
  user: string;
  action: string;
  application: string;
  reason: string;
  line?: string;
  identity?: { kind: 'default-role' | 'subject' | 'group'; name: string };
  /** From the identity to the subject of the line. */
  roles?: string[];
}

/** Who may do what with an Application; the lines that allow it by action. */
export interface AccessGroups {
  application: string;
  project: string;
  known: boolean;
  badLine: string | null;
  badProjectLine: string | null;
  actions: string[];
  defaultRole: string | null;
  everybody: Record<string, string>;
  holders: { name: string; allowed: Record<string, string> }[];
  powerless: number;
}

/** What an environment asks for before a version may come into it. */
export interface EnvironmentRule {
  environment: string;
  approvals: number;
  groups: string[];
  roles: string[];
  fourEyes: boolean;
  expiryHours: number;
  confirmIdentity: boolean;
  soakMinutes: number;
  timeoutMinutes: number;
}

export interface PromotionRules extends Versioned {
  enabled: boolean;
  environments: EnvironmentRule[];
  freezers: string[];
  auditRequired: boolean;
  retentionDays: number;
  notices: boolean;
  webhook?: { url: string; format: string; secret: Secret };
}

/** What is frozen: a deployment set, or a project of a connection. */
export interface FreezeScope {
  set?: string;
  connection?: string;
  project?: string;
}

/** A freeze as the person may see it. */
export interface Freeze extends FreezeScope {
  by: { key: string; name: string };
  reason: string;
  since: string;
  mayLift: boolean;
  whyNot: string | null;
}

/** Whether the record is as it was written. */
export interface Verification {
  valid: boolean;
  rows: number;
  firstBroken: number | null;
  flaw: 'none' | 'altered' | 'removed' | 'cut' | 'added';
}

export interface WebhookState {
  state: 'off' | 'standby' | 'working' | 'failing';
  waiting: number;
  delivered: string | null;
  trouble: string;
}

export interface Repository {
  id: string;
  url: string;
  stories?: string;
  signIn?: { user: string; token?: Secret; ssh?: { key: Secret; passphrase?: Secret; knownHosts: string } };
  /** How changes are made; absent where the server knows only one way. */
  change?: string;
  host?: string;
  apiUrl?: string;
}

/** What the app may do with a repository, as far as it was tried. */
export interface RepositoryTrial {
  ok: boolean;
  steps: { step: 'read' | 'push' | 'pull-request'; ok: boolean; message: string }[];
}

export interface Repositories extends Versioned {
  repositories: Repository[];
}

/** Somebody who may send hints that something has changed. */
export interface Hook {
  id: string;
  sender: string;
  enabled: boolean;
  secret: Secret;
  /** The last ones on the node that answers; only read. */
  deliveries?: { heard: string | null; refused: string | null; why: string | null };
}

export interface Hooks extends Versioned {
  hooks: Hook[];
}
