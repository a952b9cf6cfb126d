using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The whole text of a key attribute that is a member of its own: what the member's converter can read.</summary>
internal sealed class ConvertedKeyPart<T, TConverter> : KeyPart
    where TConverter : IAttributeConverter<T>
{
    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        var ignored = default(T)!;
        var isValid = KeyValue.Of(rest.ToString()).TryAs<T, TConverter>(ref ignored);
        rest = default;
        return isValid;
    }

    // Only the library's own converters have known forms.
    internal override void AddTo(KeyLanguage language) =>
        language.Own(typeof(TConverter).Namespace == typeof(StringConverter).Namespace ? typeof(T).Name : null);
}
