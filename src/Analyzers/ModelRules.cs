using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers;

/// <summary>All rules about item types, by id.</summary>
internal static class ModelRules
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById;

    static ModelRules()
    {
        Descriptors = [.. All.Select(rule => rule.Descriptor)];
        ById = Descriptors.ToImmutableDictionary(descriptor => descriptor.Id);
    }

    /// <summary>The rules.</summary>
    public static ImmutableArray<ModelRule> All { get; } =
    [
        new TypeNotPartialRule(),
        new ContainingTypeNotPartialRule(),
        new TypeNotSupportedRule(),
        new TableAndMapRule(),
        new MemberTypeNotSupportedRule(),
        new DuplicateAttributeNameRule(),
        new MemberNotAssignableRule(),
        new TimeToLiveTypeRule(),
        new SeveralTimesToLiveRule(),
        new SetElementNotSupportedRule(),
        new NoUsableConstructorRule(),
        new NameNotAllowedRule(),
        new MemberNotStorableRule(),
        new MapNotMarkedRule(),
        new NestingTooDeepRule(),
        new RecursiveMapRule(),
        new ConverterMismatchRule(),
        new ExtraAttributesTypeRule(),
        new DefaultValueTypeRule(),
        new SeveralExtraAttributesRule(),
        new DuplicateTypeNameRule(),
        new TypeAttributesDisagreeRule(),
        new NamedTypeNotMappedRule(),
        new FamilyDisagreesRule(),
        new FamilyTypeUnnamedRule(),
        new ConverterNotCallableRule(),
        new RequiredNotStoredRule(),
        new AttributeWithoutEffectRule(),
        new NoPartitionKeyRule(),
        new SeveralPartitionKeysRule(),
        new SeveralSortKeysRule(),
        new KeyTypeNotSupportedRule(),
        new NullableKeyRule(),
        new TemplateMemberUnknownRule(),
        new TemplateMalformedRule(),
        new TemplateMemberTypeRule(),
        new TemplateAmbiguousRule(),
        new DuplicateIndexRule(),
        new IndexIncludeUnknownRule(),
        new LocalIndexWithoutSortKeyRule(),
        new IndexKeyCountRule(),
        new KeyOnMapRule(),
        new KeyNameTakenRule(),
        new KeyArgumentOnMemberRule(),
        new KeyAttributeTwiceRule(),
        new TooManyGlobalIndexesRule(),
        new TooManyLocalIndexesRule(),
        new TooManyIncludesRule(),
        new TableKeysDisagreeRule(),
        new KeyTypesDisagreeRule(),
        new IndexesDisagreeRule(),
        new TimesToLiveDisagreeRule(),
        new ConstantResemblesMemberRule(),
        new KeyTypeLessVisibleRule(),
        new IndexProjectionContradictsRule(),
        new KeyNameWithoutKeyRule(),
    ];

    /// <summary>Their descriptors.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Descriptor(string id) => ById[id];
}
