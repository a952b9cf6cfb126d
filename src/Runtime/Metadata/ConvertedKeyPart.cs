using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The whole text of a key attribute that is a member of its own: what the member's converter can read.</summary>
internal sealed class ConvertedKeyPart<T, TConverter> : KeyPart
    where TConverter : IAttributeConverter<T>
{
    // Only the library's own converters have known forms.
    internal static KeyLanguage Language =>
        KeyLanguage.Own(typeof(TConverter).Namespace == typeof(StringConverter).Namespace ? typeof(T).Name : null);

    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        var ignored = default(T)!;
        var isValid = KeyValue.Of(rest.ToString()).TryAs<T, TConverter>(ref ignored);
        rest = default;
        return isValid;
    }

    internal override void AddTo(KeyLanguage language) => throw new NotSupportedException("The text has no other parts.");
}
