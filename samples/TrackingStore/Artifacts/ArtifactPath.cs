using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using TrackingStore.Errors;

namespace TrackingStore.Artifacts;

/// <summary>
/// A path of an artifact below the artifact root: segments joined by slashes, none of which can lead elsewhere, not even when
/// something behind this server decodes the path once more. Empty for the root itself.
/// </summary>
internal readonly partial record struct ArtifactPath
{
    /// <summary>The folder below the root that holds files while they are uploaded; no artifact has this name.</summary>
    public const string UploadFolder = ".uploads";

    private const int MaxSegmentBytes = 255;
    private const int MaxPathBytes = 2048;
    private const int MaxEncodings = 8;

    // The last three stand for bytes that are no text, or are none in XML: a bucket could not list such a name.
    private static readonly SearchValues<char> Unsuitable = SearchValues.Create('\\', '#', '\uFFFD', '\uFFFE', '\uFFFF');

    private readonly string? path;

    private ArtifactPath(string path) => this.path = path;

    /// <summary>The path.</summary>
    public string Text => path ?? "";

    /// <summary>The last segment.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>The path of the folder that it is in; empty for the root and what is in it.</summary>
    public ArtifactPath Parent => new(Text[..Math.Max(Text.LastIndexOf('/'), 0)]);

    /// <summary>Takes a path that a client sent, in the form that the client meant (percent-decoded once if it came in a URL).</summary>
    public static ArtifactPath Parse(string? path) => TryParse(path ?? "", out var parsed) ? parsed : throw Unsafe();

    /// <summary>The path of something below this one.</summary>
    public ArtifactPath Append(ArtifactPath child) =>
        child.Text.Length == 0 ? this : new ArtifactPath(Text.Length == 0 ? child.Text : $"{Text}/{child.Text}");

    /// <summary>The error of a path that might lead out of the root; it does not say why.</summary>
    public static TrackingException Unsafe() => new(new TrackingError.ArtifactPathUnsafe());

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Takes a path that may be unsafe.</summary>
    public static bool TryParse(string path, out ArtifactPath parsed)
    {
        parsed = default;
        var decoded = path;
        for (var i = 0; i < MaxEncodings; i++)
        {
            if (!IsSafe(decoded)) return false;
            var next = Uri.UnescapeDataString(decoded);
            if (next == decoded)
            {
                // What stays encoded is not UTF-8, and another decoder may make something else of it.
                if (EncodedByte().IsMatch(decoded)) return false;
                parsed = new ArtifactPath(string.Join('/', path.Split('/').Where(segment => segment is not ("" or "."))));
                return IsStorable(parsed.Text);
            }

            decoded = next;
        }

        return false;
    }

    [GeneratedRegex("%[89a-fA-F][0-9a-fA-F]")]
    private static partial Regex EncodedByte();

    private static bool IsSafe(string path)
    {
        if (path.StartsWith('/') || path.AsSpan().ContainsAny(Unsuitable)) return false;
        if (path.Any(char.IsControl) || path.Split('/').Contains("..")) return false;
        var isDrive = path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]);
        return !isDrive && !path.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsStorable(string path)
    {
        var segments = path.Split('/');
        return segments[0] != UploadFolder && Encoding.UTF8.GetByteCount(path) <= MaxPathBytes
            && segments.All(segment => Encoding.UTF8.GetByteCount(segment) <= MaxSegmentBytes);
    }
}
