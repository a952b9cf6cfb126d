using System.Text;
using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>The texts that a key attribute can have: literal text and parts, in turn.</summary>
internal sealed class KeyTemplate
{
    private const int MaxStackChars = 256;

    // Of each piece one is null.
    private readonly (string? Literal, KeyPart? Part)[] pieces;

    // What most templates are: text, and one string after it. Their texts are checked as they come, without being decoded.
    private readonly byte[]? prefixBeforeText;

    // Two threads may both build it; either result will do.
    private KeyLanguage? language;

    private KeyTemplate((string? Literal, KeyPart? Part)[] pieces)
    {
        this.pieces = pieces;
        prefixBeforeText = pieces switch
        {
            [(null, TextKeyPart)] => [],
            [({ } literal, null), (null, TextKeyPart)] => Encoding.UTF8.GetBytes(literal),
            _ => null,
        };
    }

    /// <summary>The texts, to compare with those of other templates.</summary>
    public KeyLanguage Language => language ??= ToLanguage();

    /// <summary>Whether the template is literal text only.</summary>
    public bool IsConstant => pieces is [(not null, null)];

    /// <summary>The literal text with which all texts begin.</summary>
    public string Prefix => pieces is [({ } literal, null), ..] ? literal : "";

    /// <summary>Takes a template apart.</summary>
    /// <param name="template">The template: <c>METRIC#{Name}#{Step}</c>; braces that are text stand there twice.</param>
    /// <param name="parts">The forms of its parts, in order; empty if all of them are strings.</param>
    public static KeyTemplate Parse(string template, ReadOnlySpan<KeyPart> parts)
    {
        var pieces = new List<(string? Literal, KeyPart? Part)>();
        var count = 0;
        var literal = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] is not '{' || template.AsSpan(at).StartsWith("{{"))
            {
                literal.Append(template[at]);
                at += template[at] is '{' or '}' ? 1 : 0;
                continue;
            }

            AddLiteral();
            var part = parts.IsEmpty ? KeyPart.Text : parts[count];
            count++;
            pieces.Add((null, part));
            at = template.IndexOf('}', at);
        }

        AddLiteral();
        return parts.IsEmpty || parts.Length == count
            ? new KeyTemplate([.. pieces])
            : throw new ArgumentException(
                $"The template '{template}' has {count} parts, and forms are given for {parts.Length}.", nameof(parts));

        void AddLiteral()
        {
            if (literal.Length == 0)
                return;

            pieces.Add((literal.ToString(), null));
            literal.Clear();
        }
    }

    /// <summary>The texts with the number of a write shard after them.</summary>
    public KeyTemplate WithShard()
    {
        List<(string? Literal, KeyPart? Part)> all = [.. pieces];
        if (all is [.., ({ } last, null)])
            all[^1] = (last + "#", null);
        else
            all.Add(("#", null));
        all.Add((null, ShardKeyPart.Instance));
        return new KeyTemplate([.. all]);
    }

    /// <summary>The texts of a member's own attribute.</summary>
    public static KeyTemplate Whole(KeyPart part) => new([(null, part)]);

    /// <summary>Whether a text, as UTF-8, is one of the template's.</summary>
    public bool Matches(ReadOnlySpan<byte> utf8)
    {
        if (prefixBeforeText is not null)
        {
            if (!utf8.StartsWith(prefixBeforeText))
                return false;

            var at = utf8[prefixBeforeText.Length..].IndexOfAny((byte)'#', (byte)'%');
            if (at < 0 || utf8[prefixBeforeText.Length + at] == '#')
                return at < 0;
        }

        var chars = utf8.Length <= MaxStackChars ? stackalloc char[MaxStackChars] : new char[utf8.Length];
        return Matches(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
    }

    /// <summary>Whether a text is one of the template's.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (var (literal, part) in pieces)
        {
            if (part is not null)
            {
                if (!part.TryTake(ref text))
                    return false;
            }
            else if (text.StartsWith(literal, StringComparison.Ordinal))
            {
                text = text[literal!.Length..];
            }
            else
            {
                return false;
            }
        }

        return text.IsEmpty;
    }

    private KeyLanguage ToLanguage()
    {
        var texts = new KeyLanguage();
        foreach (var (literal, part) in pieces)
        {
            if (part is null)
                texts.Literal(literal!);
            else
                part.AddTo(texts);
        }

        return texts;
    }
}
