using System.Collections.Immutable;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>A difference between the model and its baseline.</summary>
/// <param name="Finding">What it breaks.</param>
/// <param name="Anchor">The declaration; null if it is gone.</param>
/// <param name="Entry">The first line about what is gone.</param>
/// <param name="Edits">What acknowledges the change.</param>
internal sealed record SchemaChange(
    SchemaFinding Finding, SchemaAnchor? Anchor, SchemaEntry? Entry, ImmutableArray<SchemaEdit> Edits)
{
    /// <summary>
    /// The fact that the model no longer has; null for a changed one. It has no declaration any more, so its type stands for it, and a fix
    /// there must not acknowledge other facts, which the message does not name.
    /// </summary>
    public SchemaLine? Gone { get; init; }

    /// <summary>Whether the change is only to be recorded, because it harms no item.</summary>
    public bool IsFree => Finding.Rule == RuleTable.FactNotRecorded;

    /// <summary>The problem, which carries the edits.</summary>
    /// <param name="location">Where it is.</param>
    public ModelProblem Problem(Location location)
    {
        var problem = Finding.Rule.Problem(location, Finding.Properties);
        return problem with { Properties = problem.Properties.Add(SchemaEdit.Property, SchemaEdit.Write(Edits)) };
    }
}
