namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>The corpus, with one mistake each.</summary>
internal static partial class BrokenVariants
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BrokenVariant> All => [.. OfModels, .. OfPrograms];
}
