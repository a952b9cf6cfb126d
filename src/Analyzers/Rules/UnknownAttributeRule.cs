using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2101: an attribute that no type of the table has is a typing mistake, or a type misses a member.</summary>
internal static class UnknownAttributeRule
{
    /// <summary>Looks at the expressions of a request.</summary>
    public static void Check(SdkRequest request, string table)
    {
        var types = request.Types(table);

        // Attributes that no member reads may be any.
        if (types.Any(type => type.Members.Any(member => member.Value.Kind == ValueKind.Extra))
            || request.Placeholders() is not { } placeholders)
        {
            return;
        }

        var known = new HashSet<string>(types.SelectMany(AttributesOf));
        foreach (var expression in SdkRequest.Expressions)
        {
            if (request.Text(expression) is not { } text)
                continue;
            foreach (var name in ExpressionTokens.Names(text, expression == "UpdateExpression").Where(name => name.IsFirst))
            {
                var attribute = name.Text[0] != '#' ? name.Text : placeholders.TryGetValue(name.Text, out var meant) ? meant : null;
                if (attribute is null || known.Contains(attribute))
                    continue;
                var nearest = Spelling.Nearest(attribute, known);
                request.Report(RuleTable.UnknownAttribute.Problem(
                    SdkRequest.LocationIn(request.Property(expression)!, name.Start, name.Text.Length),
                    ("table", table),
                    ("attribute", attribute),
                    ("nearest", nearest is null ? "" : $"; did you mean '{nearest}'?")));
            }
        }
    }

    private static IEnumerable<string> AttributesOf(ItemSpec spec) => spec.Members.SelectMany(member => member.AttributeNames)
        .Concat(spec.Keys.Select(key => key.AttributeName))
        .Concat(spec.TypeAttributeName is { } name ? [name] : [])
        .Concat(spec.Versions is { } versions ? [versions.LatestVersionAttribute, VersionSpec.WriteIdAttribute] : []);
}
