using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>A file of the corpus with one mistake in it.</summary>
/// <param name="File">The file.</param>
/// <param name="Anchor">The text that the edit replaces; it is in the file once.</param>
/// <param name="Replacement">What replaces it.</param>
/// <param name="RuleId">The rule that finds the mistake.</param>
/// <param name="Span">
/// The source that the rule reports: in the edit or around it if it can be, or else where the file has it first. <c>class [|A|]</c> names
/// what is around it.
/// </param>
internal sealed record BrokenVariant(string File, string Anchor, string Replacement, string RuleId, string Span)
{
    /// <summary>The error of the compiler that the same mistake is, and that no rule can prevent.</summary>
    public string? CompilerError { get; init; }

    /// <summary>Whether the file declares item types.</summary>
    public bool IsOfModel => File.StartsWith("Models/", StringComparison.Ordinal);

    /// <summary>What only one variant at a time can break: a file, or the files of one type.</summary>
    public string Part => File[..File.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>
    /// Whether a diagnostic of the file has to be the variant's own. Other suggestions may be right, and the compiler refuses most of what
    /// DynamoDB can't evaluate.
    /// </summary>
    public bool Counts(Diagnostic diagnostic) => diagnostic.Id == RuleId
        || (diagnostic.Severity > DiagnosticSeverity.Info && diagnostic.Id != CompilerError
            && !(IsRefused && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)));

    /// <summary>Where the rule has to report.</summary>
    /// <param name="text">The broken file's text.</param>
    public TextSpan SpanIn(string text)
    {
        if (Span.IndexOf("[|", StringComparison.Ordinal) is >= 0 and var begin)
        {
            var end = Span.IndexOf("|]", StringComparison.Ordinal);
            var around = Span[..begin] + Span[(begin + 2)..end] + Span[(end + 2)..];
            return new TextSpan(text.IndexOf(around, StringComparison.Ordinal) + begin, end - begin - 2);
        }

        var edit = Replacement.Length == 0 ? -1 : text.IndexOf(Replacement, StringComparison.Ordinal);
        var inEdit = Replacement.IndexOf(Span, StringComparison.Ordinal);
        var aroundEdit = edit < 0 ? -1 : Span.IndexOf(Replacement, StringComparison.Ordinal);
        var start = inEdit >= 0 ? edit + inEdit
            : aroundEdit >= 0 ? edit - aroundEdit
            : text.IndexOf(Span, StringComparison.Ordinal);
        return new TextSpan(start, Span.Length);
    }

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
