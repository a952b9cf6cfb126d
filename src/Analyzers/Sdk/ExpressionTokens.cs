using System.Collections.Immutable;

namespace DynamoToolkit.Analyzers.Sdk;

/// <summary>Finds the names of attributes in the text of an expression, without judging whether it is a valid one.</summary>
internal static class ExpressionTokens
{
    private static readonly ImmutableHashSet<string> Operators =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "AND", "OR", "NOT", "BETWEEN", "IN");

    private static readonly ImmutableHashSet<string> Clauses =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "SET", "REMOVE", "ADD", "DELETE");

    /// <summary>The names, in order.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="isUpdate">Whether it is an update expression.</param>
    public static IEnumerable<ExpressionName> Names(string text, bool isUpdate)
    {
        var depth = 0;
        var isTarget = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '(':
                    depth++;
                    continue;
                case ')':
                    depth--;
                    continue;
                case ',' when depth == 0:
                    isTarget = isUpdate;
                    continue;
            }

            if (character is not ('#' or ':') && !char.IsLetter(character) && character != '_')
                continue;
            var start = i;
            while (i + 1 < text.Length && IsPart(text[i + 1], character == '#'))
                i++;
            var name = text.Substring(start, i + 1 - start);
            if (character == ':' || IsFunction(text, i + 1) || Operators.Contains(name) || (isUpdate && IsClause(text, start, name)))
            {
                isTarget |= isUpdate && Clauses.Contains(name);
                continue;
            }

            var isFirst = start == 0 || text[start - 1] != '.';
            yield return new ExpressionName(name, start, isFirst, isTarget && isFirst);
            isTarget &= !isFirst;
        }
    }

    private static bool IsPart(char character, bool isPlaceholder) =>
        char.IsLetterOrDigit(character) || character == '_' || (character == '-' && isPlaceholder);

    private static bool IsFunction(string text, int end)
    {
        while (end < text.Length && text[end] == ' ')
            end++;
        return end < text.Length && text[end] == '(';
    }

    /// <summary>Whether a word begins a clause: it is not a path's element, and no comma or sign stands before it.</summary>
    private static bool IsClause(string text, int start, string name)
    {
        if (!Clauses.Contains(name))
            return false;
        var before = text.Substring(0, start).TrimEnd();
        return before.Length == 0 || !(before[before.Length - 1] is ',' or '.' or '=' or '+' or '-' or '(' or '#');
    }
}
