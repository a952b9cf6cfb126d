using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Makes keys of templates and members, and watches over the attribute names that composed keys take.</summary>
internal sealed class KeyParser(ParseContext context, List<StoredMember> members)
{
    private readonly Dictionary<string, KeySpec> composed = [];

    /// <summary>A key that is a member's own attribute.</summary>
    public KeySpec? FromMember(StoredMember member)
    {
        if (!KeyTypes.CanBeKey(member.Spec.Value))
        {
            context.Problem(RuleIds.KeyTypeNotSupported, member.Symbol, member.Spec.Name, member.StoredType);
            return null;
        }

        if (!IsVisible(member))
            return null;
        if (AttributeText.KeyRefusal(member.Spec.AttributeName) is { } reason)
        {
            context.Problem(RuleIds.NameNotAllowed, member.Symbol, "attribute", member.Spec.AttributeName, reason);
            return null;
        }

        return new KeySpec
        {
            AttributeName = member.Spec.AttributeName,
            Wire = member.Spec.Value.Wire,
            Member = member.Spec.Name,
            Parts = new([new TemplatePartSpec(null, member.Spec.Name)]),
        };
    }

    /// <summary>A key from a template; a template of one member only is that member's own attribute, unless a name is given.</summary>
    /// <param name="attribute">Where the template stands.</param>
    /// <param name="template">The template, or just a member's name.</param>
    /// <param name="explicitName">The attribute name that the user gave.</param>
    /// <param name="defaultName">The attribute name of a composed key.</param>
    public KeySpec? FromTemplate(AttributeData attribute, string template, string? explicitName, string defaultName)
    {
        if (Find(template) is { } named && explicitName is null)
            return FromMember(named);
        var (parts, error) = TemplateParser.Parse(template);
        if (error is not null)
        {
            context.ProblemInText(RuleIds.TemplateMalformed, attribute, template, template, error);
            return null;
        }

        if (explicitName is null && parts.Count == 1 && parts[0].Member is { } only && Find(only) is { } member)
            return FromMember(member);
        if (!AreUsable(attribute, template, parts))
            return null;
        return Compose(attribute, explicitName ?? defaultName, parts);
    }

    private StoredMember? Find(string name) => members.FirstOrDefault(member => member.Spec.Name == name);

    private bool AreUsable(AttributeData attribute, string template, List<TemplatePartSpec> parts)
    {
        var areUsable = true;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Member is not { } name)
                continue;
            if (Find(name) is not { } member)
            {
                if (!context.IsRefused(name))
                    context.ProblemInText(RuleIds.TemplateMemberUnknown, attribute, template, template, name);
                areUsable = false;
            }
            else if (!IsVisible(member))
            {
                areUsable = false;
            }
            else if (!KeyTypes.CanBePart(member.Spec.Value))
            {
                context.ProblemInText(RuleIds.TemplateMemberType, attribute, template, template, name, member.StoredType);
                areUsable = false;
            }
            else if (KeyTypes.HasOpenEnd(member.Spec.Value) && i + 1 < parts.Count && parts[i + 1].Literal?.StartsWith("#", StringComparison.Ordinal) != true)
            {
                context.ProblemInText(RuleIds.TemplateAmbiguous, attribute, template, template, name);
                areUsable = false;
            }
        }

        return areUsable;
    }

    /// <summary>The methods that make keys take the member's type.</summary>
    private bool IsVisible(StoredMember member)
    {
        if (member.Type.DeepAccess() <= context.Type.Access())
            return true;
        context.Problem(RuleIds.KeyTypeLessVisible, member.Symbol, member.Spec.Name, member.Type.WithoutNullable().ToMessage(), context.Type.ToMessage());
        return false;
    }

    private KeySpec? Compose(AttributeData attribute, string name, List<TemplatePartSpec> parts)
    {
        var key = new KeySpec { AttributeName = name, Wire = WireType.S, Parts = parts.ToEquatableArray() };
        if (AttributeText.KeyRefusal(name) is { } reason)
        {
            context.Problem(RuleIds.NameNotAllowed, attribute, "attribute", name, reason);
            return null;
        }

        // Indexes may share a composed attribute with the table or with each other, as long as it is the same text.
        var isTaken = composed.TryGetValue(name, out var other) ? other != key : members.Any(member => member.Spec.AttributeNames.Contains(name));
        if (isTaken)
        {
            context.Problem(RuleIds.KeyNameTaken, attribute, context.Type.ToMessage(), name);
            return null;
        }

        composed[name] = key;
        return key;
    }
}
