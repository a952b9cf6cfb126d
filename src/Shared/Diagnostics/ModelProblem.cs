using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>What the parser found wrong, for the analyzers to report. Never part of a spec: it holds a location.</summary>
/// <param name="RuleId">One of <see cref="RuleIds"/>.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What the rule's message takes.</param>
internal sealed record ModelProblem(string RuleId, Location Location, string[] Arguments);
