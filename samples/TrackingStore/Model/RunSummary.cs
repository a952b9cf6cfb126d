using System.Buffers.Binary;
using System.Text;

namespace TrackingStore.Model;

/// <summary>
/// The latest metrics, the parameters and the tags of a run as bytes, so that a search reads no more than the list of runs. What does not
/// fit is not known here: long values, and metrics, parameters or tags altogether if they are too many.
/// </summary>
/// <remarks>
/// A byte for the version of the format, then three sections: their length plus one in bytes, or zero for one that is not known, and
/// entries. An entry is a name, and the eight bytes of a number, or the length plus one of a text, zero for a long one, and the text.
/// </remarks>
internal readonly struct RunSummary
{
    /// <summary>The version of the format. A summary of another version is not known.</summary>
    public const byte Format = 1;

    /// <summary>The longest text that a summary has, in bytes of UTF-8.</summary>
    public const int MaxText = 250;

    /// <summary>
    /// The most bytes of a summary. With it, most runs' items have at most 4 KB, so that reading one takes one read unit as before.
    /// </summary>
    public const int MaxBytes = 3000;

    private const int MaxName = 1000;
    private readonly ReadOnlyMemory<byte> bytes;

    private RunSummary(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>The summary of a run's item, which may have none. Then nothing is known.</summary>
    public static RunSummary Of(RunItem run) => run.Summary is [Format, ..] bytes ? new RunSummary(bytes.AsMemory(1)) : default;

    /// <summary>Looks up a metric.</summary>
    /// <returns>Whether it is known. Then the value is that of the metric, or null if the run does not have it.</returns>
    public bool TryGetMetric(string name, out double? value)
    {
        value = null;
        if (!TryFind(SummarySection.Metrics, name, out var found)) return false;
        if (found.Length > 0) value = BinaryPrimitives.ReadDoubleLittleEndian(found);
        return true;
    }

    /// <summary>Looks up a parameter.</summary>
    /// <inheritdoc cref="TryGetMetric"/>
    public bool TryGetParam(string name, out string? value) => TryGetText(SummarySection.Params, name, out value);

    /// <summary>Looks up a tag.</summary>
    /// <inheritdoc cref="TryGetMetric"/>
    public bool TryGetTag(string name, out string? value) => TryGetText(SummarySection.Tags, name, out value);

    /// <summary>Whether a metric, or that there is none, is known.</summary>
    public bool KnowsMetric(string name) => TryFind(SummarySection.Metrics, name, out _);

    /// <summary>Whether a parameter, or that there is none, is known.</summary>
    public bool KnowsParam(string name) => KnowsText(SummarySection.Params, name);

    /// <summary>Whether a tag, or that there is none, is known.</summary>
    public bool KnowsTag(string name) => KnowsText(SummarySection.Tags, name);

    private bool KnowsText(SummarySection section, string name) =>
        TryFind(section, name, out var found) && (found.IsEmpty || SummaryBytes.ReadNumber(ref found) > 0);

    private bool TryGetText(SummarySection section, string name, out string? value)
    {
        value = null;
        if (!TryFind(section, name, out var found)) return false;
        if (found.Length == 0) return true;
        var length = SummaryBytes.ReadNumber(ref found);
        if (length == 0) return false;
        value = Encoding.UTF8.GetString(found[..(length - 1)]);
        return true;
    }

    /// <summary>Finds an entry.</summary>
    /// <returns>Whether the section is known. Then what was found begins with the entry's value, or is empty if there is none.</returns>
    private bool TryFind(SummarySection section, string name, out ReadOnlySpan<byte> found)
    {
        found = default;
        var rest = bytes.Span;
        if (rest.IsEmpty || name.Length > MaxName) return false;
        for (var before = section; before > 0; before--) rest = rest[Math.Max(SummaryBytes.ReadNumber(ref rest) - 1, 0)..];
        var length = SummaryBytes.ReadNumber(ref rest);
        if (length == 0) return false;
        Span<byte> utf8 = stackalloc byte[3 * name.Length];
        ReadOnlySpan<byte> wanted = utf8[..Encoding.UTF8.GetBytes(name, utf8)];
        for (rest = rest[..(length - 1)]; !rest.IsEmpty;)
        {
            var nameLength = SummaryBytes.ReadNumber(ref rest);
            var isWanted = rest[..nameLength].SequenceEqual(wanted);
            rest = rest[nameLength..];
            if (isWanted)
            {
                found = rest;
                return true;
            }

            rest = section == SummarySection.Metrics
                ? rest[sizeof(double)..]
                : rest[Math.Max(SummaryBytes.ReadNumber(ref rest) - 1, 0)..];
        }

        return true;
    }
}
