using DynamoToolkit.Integration.Model.Base;

namespace DynamoToolkit.Integration.Tests.Model.Inheritance;

/// <summary>The third level, the first of a family, with one more index.</summary>
[DynamoTable("templated"), DynamoType("templated")]
[GlobalIndex("byTitle", "TITLE#{TitleText}")]
public partial record Templated(
    Guid OwnerId, long StepNo, double ScoreValue, string? TitleText = null) : TemplatedBranch(OwnerId, StepNo, ScoreValue)
{
    public override string KindName { get; init; } = "";
}
