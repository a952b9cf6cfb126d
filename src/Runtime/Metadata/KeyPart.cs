using System.ComponentModel;
using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>
/// The form of one part of a key's text: which texts it can have. Generated code passes the parts to <see cref="KeyModel"/>, so that an
/// item's keys show whether it belongs to a type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyPart
{
    private protected KeyPart()
    {
    }

    /// <summary>The form of a string: anything without <c>#</c>, which is escaped.</summary>
    public static KeyPart Text { get; } = new TextKeyPart();

    /// <summary>Takes the part from the start of a text.</summary>
    /// <param name="rest">The text; afterwards, what follows the part.</param>
    /// <returns>Whether the text begins with such a part.</returns>
    internal abstract bool TryTake(ref ReadOnlySpan<char> rest);

    /// <summary>Adds the part's texts to those of a template.</summary>
    internal abstract void AddTo(KeyLanguage language);
}
