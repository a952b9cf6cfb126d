using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Makes keys from templates and members, and checks that the attribute names of composed keys are free.</summary>
internal sealed class KeyParser(ParseContext context, List<StoredMember> members)
{
    private readonly Dictionary<string, KeySpec> composed = [];

    /// <summary>A key that is a member's own attribute.</summary>
    public KeySpec? FromMember(StoredMember member)
    {
        if (!KeyTypes.CanBeKey(member.Spec.Value))
        {
            context.Problem(
                RuleTable.KeyTypeNotSupported, member.Symbol, ("member", member.Spec.Name), ("stored", member.StoredType));
            return null;
        }

        if (!IsVisible(member))
            return null;
        if (AttributeText.KeyRefusal(member.Spec.AttributeName) is { } reason)
        {
            context.Problem(
                RuleTable.NameNotAllowed,
                member.Symbol,
                ("kind", "attribute"), ("name", member.Spec.AttributeName), ("reason", reason));
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
    /// <param name="shard">The write shards of the key, which is then always composed; null for none.</param>
    public KeySpec? FromTemplate(
        AttributeData attribute, string template, string? explicitName, string defaultName, ShardSpec? shard = null)
    {
        var named = Find(template);
        if (named is not null && explicitName is null && shard is null)
            return FromMember(named);
        var (parts, error) = TemplateParser.Parse(named is not null && shard is not null ? $"{{{template}}}" : template);
        if (error is not null)
        {
            context.ProblemInText(RuleTable.TemplateMalformed, attribute, template, ("template", template), ("reason", error));
            return null;
        }

        if (explicitName is null && shard is null && parts.Count == 1 && parts[0].Member is { } only && Find(only) is { } member)
            return FromMember(member);
        if (!AreUsable(attribute, template, parts))
            return null;
        return Compose(attribute, explicitName ?? defaultName, parts, shard);
    }

    private StoredMember? Find(string name) => members.FirstOrDefault(member => member.Spec.Name == name);

    private bool AreUsable(AttributeData attribute, string template, List<TemplatePartSpec> parts)
    {
        var areUsable = true;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Member is { } name && !IsUsable(attribute, template, name, i + 1 < parts.Count ? parts[i + 1] : null))
                areUsable = false;
        }

        return areUsable;
    }

    private bool IsUsable(AttributeData attribute, string template, string name, TemplatePartSpec? next)
    {
        if (Find(name) is not { } member)
        {
            if (!context.IsRefused(name))
            {
                context.ProblemInText(
                    RuleTable.TemplateMemberUnknown,
                    attribute,
                    template,
                    ("template", template), ("name", name), ("reason", UnstoredReasons.Of(context.Type, name)));
            }

            return false;
        }

        if (!IsVisible(member))
            return false;
        if (!KeyTypes.CanBePart(member.Spec.Value))
        {
            context.ProblemInText(
                RuleTable.TemplateMemberType,
                attribute,
                template,
                ("template", template), ("member", name), ("stored", member.StoredType));
            return false;
        }

        var isDelimited = next is null || next.Literal?.StartsWith("#", StringComparison.Ordinal) == true;
        if (KeyTypes.HasOpenEnd(member.Spec.Value) && !isDelimited)
        {
            context.ProblemInText(RuleTable.TemplateAmbiguous, attribute, template, ("template", template), ("part", $"{{{name}}}"));
            return false;
        }

        return true;
    }

    /// <summary>The methods that make keys take the member's type, so it has to be as visible as they are.</summary>
    private bool IsVisible(StoredMember member)
    {
        if (member.Type.DeepAccess() <= context.Type.Access())
            return true;

        // The compiler itself reports a member that is more visible than its type.
        if (member.Type.DeepAccess() > member.Symbol.Access())
        {
            context.Fail();
            return false;
        }

        context.Problem(
            RuleTable.KeyTypeLessVisible,
            member.Symbol,
            ("member", member.Spec.Name),
            ("memberType", member.Type.WithoutNullable().ToMessage()),
            ("type", member.Symbol.Declarer().ToMessage()));
        return false;
    }

    private KeySpec? Compose(AttributeData attribute, string name, List<TemplatePartSpec> parts, ShardSpec? shard)
    {
        var key = new KeySpec { AttributeName = name, Wire = WireType.S, Parts = parts.ToEquatableArray(), Shard = shard };
        if (AttributeText.KeyRefusal(name) is { } reason)
        {
            context.Problem(RuleTable.NameNotAllowed, attribute, ("kind", "attribute"), ("name", name), ("reason", reason));
            return null;
        }

        // Indexes may share a composed attribute with the table or with each other, as long as it is the same text.
        var taken = members.FirstOrDefault(member => member.Spec.AttributeNames.Contains(name));
        if (composed.TryGetValue(name, out var other) ? other != key : taken is not null)
        {
            var owner = context.Type.DeclarerOf(attribute);
            if (taken is not null)
                owner = owner.MostDerived(taken.Symbol.Declarer());
            context.Problem(RuleTable.KeyNameTaken, attribute, ("type", owner.ToMessage()), ("attribute", name));
            return null;
        }

        composed[name] = key;
        return key;
    }
}
