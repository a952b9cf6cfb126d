namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>A source of the corpus.</summary>
/// <param name="Name">Its folder and name: <c>Models/Orders.cs</c>.</param>
/// <param name="Text">Its text.</param>
internal sealed record CorpusFile(string Name, string Text)
{
    /// <summary>Whether it declares item types, and calls nothing.</summary>
    public bool IsModel => Name.StartsWith("Models/", StringComparison.Ordinal);

    /// <summary>Whether it has statements outside of any type. A compilation has one such file at most.</summary>
    public bool IsTopLevel => Name.StartsWith("Programs/TopLevel/", StringComparison.Ordinal);

    /// <summary>Whether it stands for another library and is not an example.</summary>
    public bool IsStub => Name.StartsWith("Programs/Stubs/", StringComparison.Ordinal);
}
