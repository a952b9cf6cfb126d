using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>A part that is a string: it ends before the next <c>#</c> or with the text, and <c>%</c> begins an escape.</summary>
internal sealed class TextKeyPart : KeyPart
{
    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOf('#');
        var part = length < 0 ? rest : rest[..length];
        rest = rest[part.Length..];
        while (part.IndexOf('%') is >= 0 and var escape)
        {
            part = part[(escape + 1)..];
            if (part is not ['2', '3' or '5', ..])
                return false;
        }

        return true;
    }

    internal override void AddTo(KeyLanguage language) => language.Text();
}
