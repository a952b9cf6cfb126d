using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Makes names out of names.</summary>
internal static class NameExtensions
{
    /// <summary>Escapes C#'s keywords: <c>class</c> → <c>@class</c>.</summary>
    public static string ToIdentifier(this string name) => IsKeyword(name) ? "@" + name : name;

    /// <summary>Lowers the first word: <c>RunId</c> → <c>runId</c>, <c>ID</c> → <c>id</c>, <c>URLPath</c> → <c>urlPath</c>.</summary>
    public static string ToCamelCase(this string name)
    {
        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            // The last capital of a run begins the next word, unless the run ends the name.
            var beginsWord = i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]);
            if (!char.IsUpper(characters[i]) || beginsWord)
                break;
            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary>Makes an identifier in Pascal case out of any text: <c>by-experiment</c> → <c>ByExperiment</c>.</summary>
    public static string ToPascalIdentifier(this string text)
    {
        var name = new StringBuilder(text.Length);
        var beginsWord = true;
        foreach (var character in text)
        {
            if (!SyntaxFacts.IsIdentifierPartCharacter(character) || character == '_')
            {
                beginsWord = true;
                continue;
            }

            if (name.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(character))
                name.Append('_');
            name.Append(beginsWord ? char.ToUpperInvariant(character) : character);
            beginsWord = false;
        }

        return name.Length == 0 ? "_" : name.ToString();
    }

    private static bool IsKeyword(string name)
    {
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
            return true;

        // These are keywords only in some places, but among them where types and members are named.
        return SyntaxFacts.GetContextualKeywordKind(name) is
            SyntaxKind.RecordKeyword or SyntaxKind.FieldKeyword or SyntaxKind.FileKeyword or
            SyntaxKind.RequiredKeyword or SyntaxKind.ScopedKeyword;
    }
}
