using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>A file of the corpus with one mistake in it.</summary>
/// <param name="File">The file.</param>
/// <param name="Anchor">The text that the edit replaces; it is in the file once.</param>
/// <param name="Replacement">What replaces it.</param>
/// <param name="RuleId">The rule that finds the mistake.</param>
/// <param name="Span">The source that the rule reports, which begins where the edit has it, or else where the file has it first.</param>
internal sealed record BrokenVariant(string File, string Anchor, string Replacement, string RuleId, string Span)
{
    /// <summary>The error of the compiler that the same mistake is, and that no rule can prevent.</summary>
    public string? CompilerError { get; init; }

    /// <summary>What only one variant at a time can break: a file, or the files of one type.</summary>
    public string Part => File[..File.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>
    /// Whether a diagnostic of the file has to be the variant's own. Other suggestions may be right, and the compiler refuses most of what
    /// DynamoDB can't evaluate.
    /// </summary>
    public bool Counts(Diagnostic diagnostic) => diagnostic.Id == RuleId
        || (diagnostic.Severity > DiagnosticSeverity.Info && diagnostic.Id != CompilerError
            && !(IsRefused && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)));

    private bool IsRefused => RuleId is "DTK2071" or "DTK2012" || RuleId.StartsWith("DTK200", StringComparison.Ordinal);

    /// <summary>The broken file.</summary>
    /// <param name="files">The corpus.</param>
    public CorpusFile Apply(IEnumerable<CorpusFile> files)
    {
        var file = files.Single(file => file.Name == File);
        var at = file.Text.IndexOf(Anchor, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{File} lacks '{Anchor}'.");
        Assert.True(file.Text.IndexOf(Anchor, at + 1, StringComparison.Ordinal) < 0, $"{File} has '{Anchor}' twice.");
        return file with { Text = file.Text.Replace(Anchor, Replacement, StringComparison.Ordinal) };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{RuleId} in {File}: '{Replacement}' for '{Anchor}'";
}
