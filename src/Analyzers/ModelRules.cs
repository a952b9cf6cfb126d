using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Rules;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers;

/// <summary>The rules of the table as the compiler knows them, and those that have code of their own.</summary>
internal static class ModelRules
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = RuleTable.All
        .Select(rule => rule.ToDescriptor())
        .ToImmutableDictionary(descriptor => descriptor.Id);

    /// <summary>The descriptors of the rules about item types.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. RuleTable.All.Where(rule => !rule.IsAboutUse && !rule.IsAboutDesign && !rule.IsAboutSchema).Select(Descriptor)];

    /// <summary>The descriptors of the rules about item types that work, but not well.</summary>
    public static ImmutableArray<DiagnosticDescriptor> DesignDescriptors { get; } =
        [.. RuleTable.All.Where(rule => rule.IsAboutDesign).Select(Descriptor)];

    /// <summary>The descriptors of the rules about changes of what is stored.</summary>
    public static ImmutableArray<DiagnosticDescriptor> SchemaDescriptors { get; } =
        [.. RuleTable.All.Where(rule => rule.IsAboutSchema).Select(Descriptor)];

    /// <summary>The descriptors of the rules about lambdas and lost requests.</summary>
    public static ImmutableArray<DiagnosticDescriptor> UseDescriptors { get; } =
        [.. RuleTable.All.Where(rule => rule.IsAboutUse && !rule.IsAboutCall && !rule.IsAboutSdk).Select(Descriptor)];

    /// <summary>The descriptors of the rules about what calls cost or lose.</summary>
    public static ImmutableArray<DiagnosticDescriptor> CallDescriptors { get; } =
        [.. RuleTable.All.Where(rule => rule.IsAboutCall).Select(Descriptor)];

    /// <summary>The descriptors of the rules about calls of the AWS SDK.</summary>
    public static ImmutableArray<DiagnosticDescriptor> SdkDescriptors { get; } =
        [.. RuleTable.All.Where(rule => rule.IsAboutSdk).Select(Descriptor)];

    /// <summary>The rules about valid item types.</summary>
    public static ImmutableArray<ModelRule> ForValidTypes { get; } =
    [
        new NestingTooDeepRule(),
        new RecursiveMapRule(),
        new DuplicateTypeNameRule(),
        new TypeAttributesDisagreeRule(),
        new FamilyDisagreesRule(),
        new FamilyTypeUnnamedRule(),
        new HidingMemberRule(),
        new SetterNotVisibleRule(),
        new TableAsMemberRule(),
        new MissingInOlderItemsRule(),
        new TooManyGlobalIndexesRule(),
        new TooManyLocalIndexesRule(),
        new TooManyIncludesRule(),
        new TableKeysDisagreeRule(),
        new KeyTypesDisagreeRule(),
        new IndexesDisagreeRule(),
        new TimesToLiveDisagreeRule(),
        new ConstantResemblesMemberRule(),
        new KeysCoincideRule(),
        new CounterKeysCoincideRule(),
        new IndexWithoutTypeNameRule(),
        new UniqueKeysCoincideRule(),
        new TrigramKeysCoincideRule(),
        new TrigramNameSharedRule(),
        new RetentionsDisagreeRule(),
    ];

    /// <summary>The rules about item types that work, but not well.</summary>
    public static ImmutableArray<ModelRule> ForDesigns { get; } =
    [
        new KeyCanBeEmptyRule(),
        new KeyTooLongRule(),
        new FloatingPointKeyRule(),
        new TimeToLiveOverflowsRule(),
        new LowCardinalityKeyRule(),
        new ConstantKeyRule(),
        new TimeBucketKeyRule(),
        new MomentAsKeyRule(),
        new IndexPushesBackRule(),
        new CollectionUnboundedRule(),
        new LoadOverheatsKeyRule(),
        new LoadMayOverheatKeyRule(),
        new LoadOverTableQuotaRule(),
        new StatementWithoutEffectRule(),
        new ItemTooLargeRule(),
        new MemberUnboundedRule(),
        new IndexKeyAlwaysChangesRule(),
        new IndexCopiesWideItemRule(),
        new VersionsFillCollectionRule(),
        new TenantNotInKeyRule(),
    ];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Descriptor(RuleSpec rule) => ById[rule.Id];
}
