namespace DynamoToolkit.Shared.Keys;

/// <summary>
/// The texts that a String key attribute can have: a small automaton, built from a template piece by piece. It decides whether two
/// templates can produce the same text. The library and the analyzers share this file, so that they always agree.
/// </summary>
internal sealed class KeyLanguage
{
    private const string Instant = "dddd-dd-ddTdd:dd:dd.dddddddZ";

    // The steps out of each state.
    private readonly List<List<KeyTransition>> states = [[]];
    private int end;

    /// <summary>Adds a member that is a key attribute itself. Only some types have a form that excludes other texts.</summary>
    /// <param name="typeName">The simple name of the member's type: <c>Guid</c>; null if its converter is not the library's.</param>
    public KeyLanguage Own(string? typeName) => typeName switch
    {
        "Guid" => Fixed("hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"),
        "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" => Repeat(KeyCharacters.Time),
        _ => Repeat(KeyCharacters.All),
    };

    /// <summary>Adds text as it is.</summary>
    public KeyLanguage Literal(string text)
    {
        foreach (var character in text)
            end = Step(end, KeyCharacters.Of(character));
        return this;
    }

    /// <summary>Adds a part of a template by the type of its member. A type without a fixed form counts as text.</summary>
    /// <param name="typeName">The simple name of the type: <c>Int32</c>.</param>
    public KeyLanguage Part(string typeName) => FormOf(typeName) is { } form ? Fixed(form) : Text();

    /// <summary>Adds a part that is text: anything without <c>#</c>, which parts escape.</summary>
    public KeyLanguage Text() => Repeat(KeyCharacters.Part);

    /// <summary>Adds the number of a write shard.</summary>
    public KeyLanguage Shard() => Fixed("ddd");

    /// <summary>Adds a part that is the name of an enum's value, or a number where the value has no name.</summary>
    public KeyLanguage Names(IEnumerable<string> names)
    {
        var start = end;
        end = NewState();
        foreach (var name in names)
        {
            var state = start;
            var escaped = KeyEscape.Of(name);
            for (var i = 0; i < escaped.Length; i++)
                state = Step(state, KeyCharacters.Of(escaped[i]), i == escaped.Length - 1 ? end : null);
        }

        var sign = Step(start, KeyCharacters.Of('-'));
        var digits = Step(start, KeyCharacters.Digit);
        Step(sign, KeyCharacters.Digit, digits);
        Step(digits, KeyCharacters.Digit, digits);
        foreach (var state in new[] { start, sign, digits })
            Step(state, KeyCharacters.Digit, end);
        return this;
    }

    /// <summary>Whether a text is in both languages.</summary>
    public bool Meets(KeyLanguage other)
    {
        var seen = new HashSet<(int, int)> { (0, 0) };
        var open = new Stack<(int, int)>(seen);
        while (open.Count > 0)
        {
            var (mine, its) = open.Pop();
            if (mine == end && its == other.end)
                return true;

            foreach (var step in states[mine])
            {
                foreach (var same in other.states[its])
                {
                    if (step.Characters.Meets(same.Characters) && seen.Add((step.To, same.To)))
                        open.Push((step.To, same.To));
                }
            }
        }

        return false;
    }

    // Lower case letters stand for classes of characters: a digit, a hexadecimal digit in lower or any case, a bit.
    private static string? FormOf(string typeName) => typeName switch
    {
        "Boolean" => "b",
        "Byte" => Digits(3),
        "SByte" => Digits(4),
        "UInt16" => Digits(5),
        "Int16" => Digits(6),
        "UInt32" => Digits(10),
        "Int32" => Digits(11),
        "UInt64" or "Int64" or "TimeSpan" => Digits(20),
        "UInt128" => Digits(39),
        "Int128" => Digits(40),
        "Single" => "xxxxxxxx",
        "Double" => "xxxxxxxxxxxxxxxx",
        "DateTime" or "DateTimeOffset" => Instant,
        "DateOnly" => Instant.Substring(0, 10),
        "TimeOnly" => Instant.Substring(11, 16),
        "Guid" => "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        _ => null,
    };

    private static string Digits(int count) => new('d', count);

    private KeyLanguage Fixed(string form)
    {
        foreach (var character in form)
        {
            end = Step(end, character switch
            {
                'd' => KeyCharacters.Digit,
                'x' => KeyCharacters.LowerHex,
                'h' => KeyCharacters.Hex,
                'b' => KeyCharacters.Bit,
                _ => KeyCharacters.Of(character),
            });
        }

        return this;
    }

    private KeyLanguage Repeat(KeyCharacters characters)
    {
        Step(end, characters, end);
        return this;
    }

    private int Step(int from, KeyCharacters characters, int? to = null)
    {
        var next = to ?? NewState();
        states[from].Add(new KeyTransition(characters, next));
        return next;
    }

    private int NewState()
    {
        states.Add([]);
        return states.Count - 1;
    }
}
