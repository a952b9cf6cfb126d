using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Shared.Schema;

/// <summary>What is wrong with a change.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Properties">What the rule's message names.</param>
internal sealed record SchemaFinding(RuleSpec Rule, params (string Name, string Value)[] Properties);
