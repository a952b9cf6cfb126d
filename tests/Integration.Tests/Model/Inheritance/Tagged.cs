namespace DynamoToolkit.Integration.Tests.Model.Inheritance;

/// <summary>A type of a family, below two levels of another assembly.</summary>
[DynamoTable("templated"), DynamoType("tagged")]
public sealed partial record Tagged(Guid OwnerId, long StepNo, double ScoreValue, string? TitleText = null)
    : Templated(OwnerId, StepNo, ScoreValue, TitleText)
{
    public override string KindName
    {
        get => base.KindName;
    }

    public HashSet<string> TagNames { get; private init; } = new(StringComparer.Ordinal);
}
