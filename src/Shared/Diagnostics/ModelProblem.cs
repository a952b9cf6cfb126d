using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>A mistake in a model, for the analyzers to report. It holds a location, so it is never part of a spec.</summary>
/// <param name="Rule">The rule that the model breaks.</param>
/// <param name="Location">Where it breaks the rule.</param>
/// <param name="Properties">The values for the message by name; the diagnostic carries them for the code fixes.</param>
internal sealed record ModelProblem(RuleSpec Rule, Location Location, ImmutableDictionary<string, string?> Properties)
{
    /// <summary>The values in the order in which <see cref="RuleSpec.MessageFormat"/> numbers them.</summary>
    public object?[] Arguments => [.. Rule.PropertyNames.Select(name => Properties[name])];
}
