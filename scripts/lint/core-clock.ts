/*
 * A lint rule for src/core: the time is an argument there. `Date.UTC` and `new Date(ms)` only calculate, so those two
 * are allowed; whatever else is done with `Date` can ask the computer’s clock or its time zone.
 */

/** What the rule reads of a node of the syntax tree (ESTree). */
interface SyntaxNode {
  type: string;
  name?: string;
  parent?: SyntaxNode;
  object?: SyntaxNode;
  property?: SyntaxNode;
  computed?: boolean;
  callee?: SyntaxNode;
  arguments?: readonly SyntaxNode[];
}

interface RuleContext {
  report: (finding: { node: SyntaxNode; message: string }) => void;
}

const message = 'core knows no clock: take the time as an argument.';

function isPure(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === 'NewExpression' && parent.callee === node) return (parent.arguments?.length ?? 0) > 0;
  const isMember = parent?.type === 'MemberExpression' && parent.object === node && parent.computed === false;
  return isMember && parent.property?.name === 'UTC';
}

const plugin = {
  meta: { name: 'core' },
  rules: {
    'no-clock': {
      create: (context: RuleContext) => ({
        Identifier: (node: SyntaxNode): void => {
          // As a type it is harmless.
          if (node.name !== 'Date' || node.parent?.type === 'TSTypeReference') return;
          if (!isPure(node)) context.report({ node, message });
        },
      }),
    },
  },
};
export default plugin;
