using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Collects the stored members of a type.</summary>
internal sealed class MemberParser(ParseContext context)
{
    private readonly Dictionary<string, MemberSpec> refused = [];

    /// <summary>Stand-ins for the members that should be stored but can't be, for a skeleton.</summary>
    public IEnumerable<MemberSpec> Refused => refused.Values;

    /// <summary>The stored members, those of base classes first.</summary>
    public List<StoredMember> Parse()
    {
        var found = new List<StoredMember>();
        foreach (var member in Declared())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!IsStored(member))
                continue;
            if (Parse(member) is { } stored)
                found.Add(stored);
            else
                Refuse(member);
        }

        CheckNames(found);
        CheckOnlyOne(found, member => member.IsTimeToLive, RuleTable.SeveralTimesToLive);
        CheckOnlyOne(found, member => member.Value.Kind == ValueKind.Extra, RuleTable.SeveralExtraAttributes);
        return found;
    }

    /// <summary>
    /// The members that the type sees by their names: an override or a member that hides another takes the other's place.
    /// </summary>
    private List<ISymbol> Declared()
    {
        var declared = new List<ISymbol>();
        var names = new HashSet<string>();
        foreach (var member in context.Type.SelfAndBases().Reverse().SelectMany(type => type.GetMembers()))
        {
            // The compiler itself reports two members of one name. No code can use either, so that a key may be missing.
            if (member is IPropertySymbol or IFieldSymbol && HasNamesake(member))
                context.FailAndMute();
            if (!names.Add(member.Name) && !IsHiddenInBase(member))
                declared.RemoveAll(other => other.Name == member.Name);
            declared.Add(member);
        }

        return declared;
    }

    private static bool HasNamesake(ISymbol member) =>
        member.CanBeReferencedByName
        && member.ContainingType.GetMembers(member.Name).Any(other =>
            !SymbolEqualityComparer.Default.Equals(other, member) && other is not INamedTypeSymbol { Arity: > 0 });

    private bool IsStored(ISymbol member)
    {
        if (member is not (IPropertySymbol or IFieldSymbol) || member.IsImplicitlyDeclared)
            return false;
        var attributes = MemberAttributes.All(member).ToList();
        if (attributes.Any(attribute => attribute.IsToolkit(AttributeNames.ShardedCounter)))
            return false;
        var isIgnored = attributes.Any(attribute => attribute.IsToolkit(AttributeNames.Ignore));
        var isMarked = attributes.Any(attribute => !attribute.IsToolkit(AttributeNames.Ignore));
        if (isIgnored && isMarked && IsIgnoredInBase(member, attributes[0]))
            return false;
        if ((isIgnored ? "has [DynamoIgnore]" : Refusal(member)) is { } reason)
        {
            if (!isMarked)
                return false;
            context.Problem(RuleTable.MemberNotStorable, member, ("member", member.Name), ("reason", reason));
            Refuse(member);
            return false;
        }

        // Whatever is not a public property, or is computed from other members, is stored only on demand.
        return isMarked || (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } property && !property.IsComputed());
    }

    private void Refuse(ISymbol member)
    {
        context.Refuse(member);
        if (member is not IPropertySymbol { IsIndexer: true } and not IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 })
            refused[member.Name] = StoredMember.Placeholder(member) with { IsUnmarkedMap = context.Unmarked.Contains(member) };
    }

    /// <summary>An override may ignore what its base stores. The opposite would store what its base keeps out of the table.</summary>
    private bool IsIgnoredInBase(ISymbol member, AttributeData nearest)
    {
        var ignored = member.SelfAndOverridden().First(one => one.HasToolkitAttribute(AttributeNames.Ignore));
        if (MemberAttributes.Own(ignored).Any(attribute => !attribute.IsToolkit(AttributeNames.Ignore)))
            return false;
        context.Problem(
            RuleTable.OverrideOfIgnored,
            member,
            ("member", member.Name),
            ("attribute", AttributeNames.WithoutSuffix(nearest.AttributeClass!.Name)),
            ("base", ignored.ContainingType.ToMessage()));
        context.Refuse(member);
        return true;
    }

    private string? Refusal(ISymbol member) => member switch
    {
        _ when IsHiddenInBase(member) => "is private in a base class",
        { IsStatic: true } => "is static",
        IFieldSymbol { IsConst: true } => "is a constant",
        IPropertySymbol { IsIndexer: true } => "is an indexer",
        IPropertySymbol when member.Getter() is null => "has no getter",
        IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => "is an explicit interface implementation",
        IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true } => "returns a reference",
        _ => null,
    };

    private bool IsHiddenInBase(ISymbol member)
    {
        if (SymbolEqualityComparer.Default.Equals(member.ContainingType, context.Type))
            return false;
        var accessibility = (member.Getter() ?? member).DeclaredAccessibility;
        if (accessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal)
            return !context.IsFriend(member.ContainingAssembly);
        return accessibility == Accessibility.Private;
    }

    private StoredMember? Parse(ISymbol member)
    {
        var attribute = MemberAttributes.Find(member, AttributeNames.Attribute);
        var compatible = new CompatibleValues(context, member);
        var storage = compatible.EnumStorage(attribute);
        var type = member.MemberType();

        // The compiler itself reports a file-local type in a member of a type that is not, and types that no member can have.
        if (type.IsOfOneFile() || type.IsStatic || type.SpecialType == SpecialType.System_Void)
        {
            context.Fail();
            return null;
        }

        var values = new ValueParser(context, member, storage, compatible);
        if (ValueOf(member, type, values) is not { } value)
            return null;
        var access = type.DeepAccess() is var own && own > values.ConverterAccess ? own : values.ConverterAccess;

        CheckOwnAttribute(member);
        var isTimeToLive = MemberAttributes.Has(member, AttributeNames.TimeToLive);
        if (isTimeToLive)
            value = TimeToLive(member, type, value);
        var flatten = MemberAttributes.Find(member, AttributeNames.Flatten) is { } flattened
            ? FlattenParser.Parse(context, member, flattened)
            : null;
        var defaultText = DefaultText(member, type, value);
        return new StoredMember(member, type, new MemberSpec
        {
            Name = member.Name,
            Identifier = member.Name.ToIdentifier(),
            AttributeName = AttributeName(member, attribute),
            Value = value,
            Assignment = MemberAssignment.None,
            Flatten = flatten,
            TokenAccess = value.Kind == ValueKind.Extra ? TokenAccess.None : access,
            DefaultText = defaultText,
            HasDefault = defaultText is null && flatten is null && value is { IsNullable: false, Kind: not ValueKind.Extra } &&
                member.HasDefaultValue(context.CancellationToken),
            IsObsoleteError = context.Uses.AddMember(member) | values.UsesObsoleteErrors,
            KeepsComparer = value is { CustomConverter: null, Kind: ValueKind.Set or ValueKind.Dictionary } &&
                member.Initializer(context.CancellationToken) is { } initializer && ComparerSyntax.MayPass(initializer),
            IsTimeToLive = isTimeToLive,
        });
    }

    private void CheckOwnAttribute(ISymbol member)
    {
        string[] without = [AttributeNames.Flatten, AttributeNames.Extra];
        if (without.FirstOrDefault(name => MemberAttributes.Has(member, name)) is not { } marked)
            return;
        foreach (var name in new[] { AttributeNames.Attribute, AttributeNames.Converter })
        {
            if (MemberAttributes.Find(member, name) is not { } idle)
                continue;
            context.Problem(
                RuleTable.AttributeWithoutEffect,
                idle,
                ("member", member.Name),
                ("attribute", AttributeNames.WithoutSuffix(name)),
                ("other", AttributeNames.WithoutSuffix(marked)));
        }
    }

    private static ValueSpec? ValueOf(ISymbol member, ITypeSymbol type, ValueParser values)
    {
        if (MemberAttributes.Has(member, AttributeNames.Extra))
            return values.ParseExtra(type);
        return MemberAttributes.Find(member, AttributeNames.Converter) is { } converter
            ? values.ParseConverted(type, converter)
            : values.Parse(type);
    }

    private string? DefaultText(ISymbol member, ITypeSymbol type, ValueSpec value)
    {
        if (MemberAttributes.Find(member, AttributeNames.Default) is not { ConstructorArguments.Length: 1 } attribute)
            return null;
        if (DefaultTexts.Of(attribute.ConstructorArguments[0], type, value) is { } text)
            return text;
        context.Problem(RuleTable.DefaultValueType, member, ("member", member.Name), ("type", type.ToMessage()));
        return null;
    }

    private string AttributeName(ISymbol member, AttributeData? attribute)
    {
        var name = attribute?.Text(0) ?? context.Naming.NameOf(member.Name);
        if (AttributeText.Refusal(name) is { } reason)
            context.Problem(RuleTable.NameNotAllowed, member, ("kind", "attribute"), ("name", name), ("reason", reason));
        return name;
    }

    private ValueSpec TimeToLive(ISymbol member, ITypeSymbol type, ValueSpec value)
    {
        if (value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset)
            return value with { Wire = WireType.N, CustomConverter = WellKnownConverters.EpochSeconds(value), KeepsKeyForm = false };
        if (value.Kind == ValueKind.Integer && value.Type.FullName is ("int" or "uint" or "long" or "ulong"))
            return value with { CustomConverter = WellKnownConverters.EpochSeconds(value), KeepsKeyForm = true };
        context.Problem(RuleTable.TimeToLiveType, member, ("member", member.Name), ("type", type.ToMessage()));
        return value;
    }

    private void CheckNames(List<StoredMember> members)
    {
        var taken = new Dictionary<string, string>();
        foreach (var member in members)
        {
            foreach (var name in member.Spec.AttributeNames)
            {
                if (!taken.TryGetValue(name, out var other))
                {
                    taken.Add(name, member.Spec.Name);
                    continue;
                }

                context.Problem(
                    RuleTable.DuplicateAttributeName,
                    member.Symbol,
                    ("member", member.Spec.Name), ("attribute", name), ("other", other));
            }
        }
    }

    private void CheckOnlyOne(List<StoredMember> members, Func<MemberSpec, bool> isOne, RuleSpec severalRule)
    {
        var all = members.Where(member => isOne(member.Spec)).ToList();
        foreach (var member in all.Skip(1))
            context.Problem(severalRule, member.Symbol, ("member", member.Spec.Name), ("other", all[0].Spec.Name));
    }
}
