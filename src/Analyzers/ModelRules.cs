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
        [.. RuleTable.All.Where(rule => !rule.IsAboutUse).Select(Descriptor)];

    /// <summary>The descriptors of the rules about code that uses item types.</summary>
    public static ImmutableArray<DiagnosticDescriptor> UseDescriptors { get; } =
        [.. RuleTable.All.Where(rule => rule.IsAboutUse).Select(Descriptor)];

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
        new RetentionsDisagreeRule(),
    ];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Descriptor(RuleSpec rule) => ById[rule.Id];
}
