using System.Text;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Makes attribute names of member names.</summary>
internal static class NamingPolicyExtensions
{
    /// <summary>The attribute name of a member.</summary>
    public static string NameOf(this NamingPolicySpec policy, string member) => policy switch
    {
        NamingPolicySpec.Unchanged => member,
        NamingPolicySpec.SnakeCase => Separate(member, '_'),
        NamingPolicySpec.KebabCase => Separate(member, '-'),
        _ => member.ToCamelCase(),
    };

    /// <summary>Lowers all words and puts a separator between them: <c>URLPath</c> → <c>url_path</c>.</summary>
    private static string Separate(string name, char separator)
    {
        var separated = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var beginsWord = i > 0 && char.IsUpper(name[i]) &&
                (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (beginsWord && name[i - 1] != '_')
                separated.Append(separator);
            separated.Append(char.ToLowerInvariant(name[i]));
        }

        return separated.ToString();
    }
}
