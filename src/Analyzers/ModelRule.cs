using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers;

/// <summary>
/// A rule about item types. Most are found by the parser, which the generator shares, so that both agree on what is a valid type: those
/// have a descriptor only. The others look at valid types, and at what else is in their table.
/// </summary>
internal abstract class ModelRule
{
    /// <summary>The rule's id, texts and severity.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at a type that the parser found valid.</summary>
    public virtual void Check(ModelRuleContext context)
    {
    }
}
