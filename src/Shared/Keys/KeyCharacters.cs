namespace DynamoToolkit.Shared.Keys;

/// <summary>The characters that one step of a <see cref="KeyLanguage"/> takes: a single one, or a class of them.</summary>
internal readonly record struct KeyCharacters
{
    private readonly char character;
    private readonly string? ranges;

    private KeyCharacters(char character, string? ranges)
    {
        this.character = character;
        this.ranges = ranges;
    }

    /// <summary>Any character.</summary>
    public static KeyCharacters All => Range("\0\uFFFF");

    /// <summary>Any character of a text part, which has no <c>#</c>.</summary>
    public static KeyCharacters Part => Range("\0\"$\uFFFF");

    /// <summary>0 to 9.</summary>
    public static KeyCharacters Digit => Range("09");

    /// <summary>0 or 1.</summary>
    public static KeyCharacters Bit => Range("01");

    /// <summary>A hexadecimal digit in lower case.</summary>
    public static KeyCharacters LowerHex => Range("09af");

    /// <summary>A hexadecimal digit.</summary>
    public static KeyCharacters Hex => Range("09AFaf");

    /// <summary>What dates and times in ISO 8601 consist of.</summary>
    public static KeyCharacters Time => Range("  +:TTZZttzz");

    /// <summary>One character.</summary>
    public static KeyCharacters Of(char character) => new(character, null);

    /// <summary>Whether a character is in both classes.</summary>
    public bool Meets(KeyCharacters other)
    {
        if (ranges is null)
            return other.Holds(character);
        if (other.ranges is null)
            return Holds(other.character);

        for (var i = 0; i < ranges.Length; i += 2)
        {
            for (var j = 0; j < other.ranges.Length; j += 2)
            {
                if (ranges[i] <= other.ranges[j + 1] && other.ranges[j] <= ranges[i + 1])
                    return true;
            }
        }

        return false;
    }

    // Pairs of characters: the first and the last of each range.
    private static KeyCharacters Range(string ranges) => new('\0', ranges);

    private bool Holds(char candidate)
    {
        if (ranges is null)
            return candidate == character;

        for (var i = 0; i < ranges.Length; i += 2)
        {
            if (candidate >= ranges[i] && candidate <= ranges[i + 1])
                return true;
        }

        return false;
    }
}
