using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes unsafe accessors for members that C# lets nobody assign after construction although they have a setter: <c>init</c> members
/// with a default, and private setters of base classes. A setter of another assembly that the compiler does not see is bypassed: the
/// accessor returns the property's field. The runtime resolves them without reflection, ahead of time too.
/// </summary>
internal static class AccessorEmitter
{
    private const string OfClass = "On";

    /// <summary>Emits an accessor for each such member.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        foreach (var member in item.Members.Where(member => member.Accessor is not null))
        {
            writer.Line();
            if (member.Accessor!.TypeParameters.Count == 0)
                Emit(writer, item, member, "private static extern", member.Accessor.Name);
            else
                InClass(writer, item, member);
        }
    }

    /// <summary>The statement that assigns a member through its accessor.</summary>
    public static string Assign(ItemSpec item, MemberSpec member, string value)
    {
        var accessor = member.Accessor!;
        var name = accessor.TypeParameters.Count == 0
            ? accessor.Name : $"{accessor.Name}<{string.Join(", ", accessor.TypeArguments)}>.{OfClass}";
        var byReference = item.IsReferenceType ? "" : "ref ";
        return accessor.IsField ? $"{name}({byReference}item) = {value};" : $"{name}({byReference}item, {value});";
    }

    /// <summary>The members of a generic class are found only by accessors in a class with the same type parameters.</summary>
    private static void InClass(SourceWriter writer, ItemSpec item, MemberSpec member)
    {
        var accessor = member.Accessor!;
        var constraints = string.Concat(accessor.Constraints.Select(constraint => " " + constraint));
        using var block = writer.Block($"private static class {accessor.Name}<{string.Join(", ", accessor.TypeParameters)}>{constraints}");
        Emit(writer, item, member, "public static extern", OfClass);
    }

    private static void Emit(SourceWriter writer, ItemSpec item, MemberSpec member, string modifiers, string name)
    {
        const string Compiler = "global::System.Runtime.CompilerServices.";
        var accessor = member.Accessor!;
        var owner = $"{(item.IsReferenceType ? "" : "ref ")}{accessor.Owner ?? item.Type.Name} item";
        var (kind, target) = accessor.IsField ? ("Field", $"<{member.Name}>k__BackingField") : ("Method", $"set_{member.Name}");
        writer.Line($"[{Compiler}UnsafeAccessor({Compiler}UnsafeAccessorKind.{kind}, Name = \"{target}\")]");
        writer.Line(
            accessor.IsField
                ? $"{modifiers} ref {accessor.Type} {name}({owner});" : $"{modifiers} void {name}({owner}, {accessor.Type} value);");
    }
}
