using System.Text;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Takes key templates apart: <c>RUN#{RunId}</c>, with <c>{{</c> and <c>}}</c> for braces.</summary>
internal static class TemplateParser
{
    /// <summary>The parts of a template; the error when it is malformed.</summary>
    public static (List<TemplatePartSpec> Parts, string? Error) Parse(string template)
    {
        var parts = new List<TemplatePartSpec>();
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            var isDoubled = i + 1 < template.Length && template[i + 1] == character;
            if (character is '{' or '}' && isDoubled)
            {
                literal.Append(character);
                i++;
            }
            else if (character == '}')
            {
                return (parts, "a '}' has no matching '{'; write '}}' for a literal brace");
            }
            else if (character == '{')
            {
                var end = template.IndexOf('}', i);
                if (end < 0)
                    return (parts, "a '{' has no matching '}'; write '{{' for a literal brace");
                Flush(parts, literal);
                var name = template.Substring(i + 1, end - i - 1).Trim();
                if (name.Length == 0)
                    return (parts, "a '{}' names no member");
                parts.Add(new TemplatePartSpec(null, name));
                i = end;
            }
            else
            {
                literal.Append(character);
            }
        }

        Flush(parts, literal);
        if (AttributeText.SurrogateRefusal(template) is { } refusal)
            return (parts, refusal);
        return (parts, parts.Count == 0 ? "it is empty, and DynamoDB refuses empty keys" : null);
    }

    private static void Flush(List<TemplatePartSpec> parts, StringBuilder literal)
    {
        if (literal.Length == 0)
            return;
        parts.Add(new TemplatePartSpec(literal.ToString(), null));
        literal.Clear();
    }
}
