using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Requests;

/// <summary>
/// Walks over JSON that nobody has checked, and if asked to, writes it anew without white space and with the parts that its user replaces.
/// As long as nothing has to be replaced, nothing is written.
/// </summary>
internal ref struct JsonScanner(ReadOnlySpan<byte> json, bool rewrites)
{
    private readonly ReadOnlySpan<byte> json = json;
    private readonly bool rewrites = rewrites;
    private WireBuffer? output;
    private int place;

    /// <summary>Where the scanner is.</summary>
    public int Place
    {
        readonly get => place;
        set => place = value;
    }

    /// <summary>The place up to which the JSON has been written anew.</summary>
    public int Copied { get; private set; }

    /// <summary>Whether something had to be replaced.</summary>
    public readonly bool IsRewritten => output is not null;

    /// <summary>What has been walked over, without white space and with all replacements.</summary>
    public readonly ReadOnlySpan<byte> Rewritten()
    {
        if (output is null)
            return json[..place];

        output.Write(json[Copied..place]);
        return output.WrittenSpan;
    }

    /// <summary>Leaves out a part of the JSON.</summary>
    /// <returns>Where to write the replacement.</returns>
    public WireBuffer Replace(int start, int end)
    {
        output ??= WireBuffer.Rent(json.Length);
        output.Write(json[Copied..start]);
        Copied = end;
        return output;
    }

    /// <summary>Releases memory.</summary>
    public readonly void Dispose() => output?.Dispose();

    /// <summary>Moves behind a word, if it is next.</summary>
    public bool TrySkip(ReadOnlySpan<byte> word)
    {
        if (!json[place..].StartsWith(word))
            return false;

        place += word.Length;
        return true;
    }

    /// <summary>Moves into an object or an array.</summary>
    public JsonStep Enter(byte opening, byte closing)
    {
        if (Peek() != opening)
            return JsonStep.Wrong;

        place++;
        SkipSpace();
        return TryLeave(closing) ? JsonStep.End : JsonStep.Element;
    }

    /// <summary>Moves from the end of an element or member to the next one.</summary>
    public JsonStep MoveOn(byte closing)
    {
        SkipSpace();
        if (TryLeave(closing))
            return JsonStep.End;
        if (Peek() != ',')
            return JsonStep.Wrong;

        place++;
        SkipSpace();
        return JsonStep.Element;
    }

    private bool TryLeave(byte closing)
    {
        if (Peek() != closing)
            return false;

        place++;
        return true;
    }

    /// <summary>Reads a name without escapes and its colon.</summary>
    public bool TryReadName(out int start, out int end)
    {
        if (!TryReadText(out start, out end, out var hasEscapes) || hasEscapes)
            return false;

        SkipSpace();
        if (Peek() != ':')
            return false;

        place++;
        SkipSpace();
        return true;
    }

    /// <summary>Reads a string. Its escapes are checked where they are replaced.</summary>
    public bool TryReadText(out int start, out int end, out bool hasEscapes)
    {
        start = end = place + 1;
        hasEscapes = false;
        if (Peek() != '"')
            return false;

        while (WireText.TryFindSpecial(json, ref end))
        {
            if (json[end] == '"')
            {
                place = end + 1;
                return true;
            }

            // What follows a backslash is checked where it is read.
            if (json[end] != '\\')
                return false;

            hasEscapes = true;
            end += 2;
        }

        return false;
    }

    /// <summary>Skips white space.</summary>
    public void SkipSpace()
    {
        if (IsSpace(Peek()))
            SkipMoreSpace();
    }

    private void SkipMoreSpace()
    {
        var start = place;
        while (IsSpace(Peek()))
            place++;
        if (rewrites)
            Replace(start, place);
    }

    // Zero at the end.
    private readonly byte Peek() => place < json.Length ? json[place] : (byte)0;

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
