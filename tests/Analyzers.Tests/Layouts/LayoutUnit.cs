namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Types that belong together.</summary>
/// <param name="Names">The names of the item types.</param>
/// <param name="Declarations">Their sources.</param>
internal sealed record LayoutUnit(IReadOnlyList<string> Names, IReadOnlyList<string> Declarations);
