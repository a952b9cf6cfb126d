using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Generator;

/// <summary>A mistake to report, without anything that keeps a compilation alive.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Where it is in the file.</param>
/// <param name="Lines">The same in lines.</param>
/// <param name="Arguments">The arguments of the rule's message, in its order.</param>
internal sealed record MistakeSpec(string RuleId, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    /// <summary>The mistake of a problem.</summary>
    public static MistakeSpec From(ModelProblem problem) => new(
        problem.Rule.Id,
        problem.Location.SourceTree?.FilePath ?? "",
        problem.Location.SourceSpan,
        problem.Location.GetLineSpan().Span,
        problem.Arguments.Select(argument => argument as string ?? "").ToEquatableArray());

    /// <summary>Where it is.</summary>
    public Location Location => Location.Create(Path, Span, Lines);
}
