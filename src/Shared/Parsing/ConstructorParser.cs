using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Chooses the constructor that makes an item from its attributes, and how the other members are assigned.</summary>
internal sealed class ConstructorParser(ParseContext context, List<StoredMember> members)
{
    private const string SetsRequiredMembers = "SetsRequiredMembersAttribute";

    /// <summary>Sets every member's assignment and returns the constructor's parameters.</summary>
    public EquatableArray<ConstructorParameterSpec> Parse()
    {
        // The compiler reports a base class without a constructor for the type's own, and only that one shows how members are assigned.
        if (LacksConstructor(context.Type))
        {
            context.Fail();
            return default;
        }

        if (Choose() is not { } constructor)
        {
            if (context.Refused.Count == 0)
                context.Problem(RuleTable.NoUsableConstructor, context.Type, ("type", context.Type.ToMessage()));
            return default;
        }

        context.Uses.Add(constructor);
        var setsRequired = constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == SetsRequiredMembers);
        if (!setsRequired)
            CheckRequired();
        var parameters = new List<ConstructorParameterSpec>();
        var inConstructor = new HashSet<string>();
        foreach (var parameter in constructor.Parameters)
        {
            if (MemberFor(parameter) is not { } member)
                continue;
            inConstructor.Add(member.Spec.Name);
            parameters.Add(new ConstructorParameterSpec(parameter.Name.ToIdentifier(), member.Spec.Name, parameter.DefaultText()));
        }

        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            var assignment = AssignmentOf(member, inConstructor, setsRequired);
            var accessor = assignment == MemberAssignment.Accessor ? AccessorParser.Parse(context, member) : null;
            members[i] = member with { Spec = member.Spec with { Assignment = assignment, Accessor = accessor } };
        }

        return parameters.ToEquatableArray();
    }

    private static bool LacksConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared)
        && type.BaseType is { } root
        && !root.InstanceConstructors.Any(constructor => constructor.Parameters.All(one => one.IsOptional || one.IsParams));

    /// <summary>C# wants every required member in the object initializer, stored or not.</summary>
    private void CheckRequired()
    {
        foreach (var member in context.Type.SelfAndBases().SelectMany(type => type.GetMembers()).Where(IsRequired))
        {
            if (!context.IsRefused(member.Name) && members.All(stored => stored.Spec.Name != member.Name))
                context.Problem(RuleTable.RequiredNotStored, member, ("member", member.Name), ("type", member.Declarer().ToMessage()));
        }
    }

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private IMethodSymbol? Choose()
    {
        IMethodSymbol? best = null;
        var fewest = int.MaxValue;

        // The primary constructor says what a type is made of, even where a struct has one without parameters too.
        var usable = context.Type.InstanceConstructors
            .Where(IsUsable)
            .OrderByDescending(constructor => constructor.IsPrimary(context.CancellationToken))
            .ThenBy(constructor => constructor.Parameters.Count(IsMatched));
        foreach (var constructor in usable)
        {
            var matched = constructor.Parameters.Select(MemberFor).OfType<StoredMember>().Select(member => member.Spec.Name).ToList();
            var lost = members.Count(member =>
                !matched.Contains(member.Spec.Name) && !member.Symbol.IsComputed() && !IsAssignable(member.Symbol));
            if (lost >= fewest)
                continue;
            best = constructor;
            fewest = lost;
        }

        return best;
    }

    private bool IsUsable(IMethodSymbol constructor)
    {
        var isCopy = constructor.Parameters.Length == 1 &&
            SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, context.Type);
        return !isCopy && constructor.Parameters.All(parameter =>
            parameter.RefKind is RefKind.None or RefKind.In && (parameter.IsOptional || IsMatched(parameter)));
    }

    private bool IsMatched(IParameterSymbol parameter) => MemberFor(parameter) is not null;

    private StoredMember? MemberFor(IParameterSymbol parameter) => members.FirstOrDefault(member =>
        string.Equals(member.Spec.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) &&
        SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type));

    private MemberAssignment AssignmentOf(StoredMember member, HashSet<string> inConstructor, bool setsRequired)
    {
        var symbol = member.Symbol;
        if (IsRequired(symbol) && !setsRequired)
            return MemberAssignment.Initializer;
        if (inConstructor.Contains(member.Spec.Name))
            return MemberAssignment.Constructor;
        if (symbol.IsComputed())
            return MemberAssignment.None;
        if (symbol.HasHiddenSetter())
            return MemberAssignment.Accessor;
        if (!IsAssignable(symbol))
        {
            context.Problem(RuleTable.MemberNotAssignable, symbol, ("member", symbol.Name));
            return MemberAssignment.None;
        }

        if (!IsSetterAccessible(context, symbol))
            return MemberAssignment.Accessor;
        if (member.Spec is { HasDefault: false, KeepsComparer: false })
            return MemberAssignment.Initializer;
        return symbol.Setter() is { IsInitOnly: true } ? MemberAssignment.Accessor : MemberAssignment.Assignment;
    }

    private static bool IsAssignable(ISymbol symbol) => symbol.Setter() is not null || symbol is IFieldSymbol { IsReadOnly: false };

    /// <summary>Whether code of the item type may call a member's setter, or assign the field.</summary>
    public static bool IsSetterAccessible(ParseContext context, ISymbol symbol)
    {
        var assigned = symbol.Setter() ?? symbol;
        if (SymbolEqualityComparer.Default.Equals(assigned.ContainingType, context.Type))
            return true;
        return assigned.DeclaredAccessibility switch
        {
            Accessibility.Private => false,

            Accessibility.Internal or Accessibility.ProtectedAndInternal => context.IsFriend(assigned.ContainingAssembly),
            _ => true,
        };
    }
}
