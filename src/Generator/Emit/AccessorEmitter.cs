using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes unsafe accessors for members that C# lets nobody assign after construction although they have a setter: <c>init</c> members with
/// a default, and private setters of base classes. The runtime resolves them without reflection, ahead of time too.
/// </summary>
internal static class AccessorEmitter
{
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    /// <summary>Emits an accessor for each such member.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        foreach (var member in item.Members.Where(member => member.Assignment == MemberAssignment.Accessor))
        {
            var owner = member.DeclaringType?.FullName ?? item.Type.Name;
            var byReference = item.IsReferenceType ? "" : "ref ";
            writer.Line();
            writer.Line($"""
                [{Accessor}({Accessor}Kind.Method, Name = "set_{member.Name}")]
                private static extern void {member.AccessorName}({byReference}{owner} item, {member.Value.DeclaredType} value);
                """);
        }
    }
}
