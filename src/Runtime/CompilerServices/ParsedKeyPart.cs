using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit.CompilerServices;

/// <summary>A part of a type that <see cref="KeyTextParser"/> parses.</summary>
internal sealed class ParsedKeyPart(string typeName, ParsedKeyPart.Parser take) : KeyPart
{
    /// <summary>Takes a value from a text.</summary>
    public delegate bool Parser(ref KeyTextParser text);

    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        var text = new KeyTextParser(rest);
        var isValid = take(ref text);
        rest = text.Rest;
        return isValid;
    }

    internal override void AddTo(KeyLanguage language) => language.Part(typeName);
}
