using System.Buffers;
using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The whole text of a key attribute that is a member of its own: what the member's converter can read.</summary>
internal sealed class ConvertedKeyPart<T, TConverter> : KeyPart
    where TConverter : IAttributeConverter<T>
{
    // Only the library's own converters have known forms.
    private static readonly string? TypeName =
        typeof(TConverter).Namespace == typeof(StringConverter).Namespace ? typeof(T).Name : null;

    // Keys of other types rarely consist of these characters, and a converter would throw an exception for each of them.
    private static readonly SearchValues<char>? Characters = TypeName switch
    {
        nameof(Guid) => SearchValues.Create("0123456789abcdefABCDEF-"),
        nameof(DateTime) or nameof(DateTimeOffset) or nameof(DateOnly) or nameof(TimeOnly) =>
            SearchValues.Create("0123456789-:.,+TtZz "),
        _ => null,
    };

    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        var text = rest;
        rest = default;
        if (Characters is not null && text.ContainsAnyExcept(Characters))
            return false;

        var ignored = default(T)!;
        return KeyValue.Of(text.ToString()).TryAs<T, TConverter>(ref ignored);
    }

    internal override void AddTo(KeyLanguage language) => language.Own(TypeName);
}
