using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>A part that is the rest of a text, whatever that is.</summary>
internal sealed class RestKeyPart : KeyPart
{
    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        rest = default;
        return true;
    }

    internal override void AddTo(KeyLanguage language) => language.Own(typeName: null);
}
