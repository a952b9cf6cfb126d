namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>One thing that is wrong with a model.</summary>
/// <param name="RuleId">The rule that reports it.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Mistake(string RuleId, Action<ModelDraft> Make)
{
    /// <summary>The error of the compiler at the same place, which no generated code can prevent.</summary>
    public string? CompilerErrorId { get; init; }

    /// <summary>Whether a model can have the mistake.</summary>
    public Func<ModelDraft, bool> Fits { get; init; } = static _ => true;
}
