using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// Gives a set or dictionary that was read the comparer of the one that its member's initializer made. For generated code, and there
/// only for members whose initializer passes arguments.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InitialComparer
{
    /// <summary>
    /// The values that were read, with the initial comparer. Of elements or keys that are equal to it, one is kept. A default comparer
    /// changes nothing.
    /// </summary>
    /// <param name="initial">What the initializer made.</param>
    /// <param name="read">What was read.</param>
    [return: NotNullIfNotNull(nameof(read))]
    public static HashSet<T>? Keep<T>(HashSet<T>? initial, HashSet<T>? read) =>
        read is null || IsDefault(initial?.Comparer) ? read : new HashSet<T>(read, initial!.Comparer);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static SortedSet<T>? Keep<T>(SortedSet<T>? initial, SortedSet<T>? read) =>
        read is null || IsDefault(initial?.Comparer) ? read : new SortedSet<T>(read, initial!.Comparer);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static ISet<T>? Keep<T>(ISet<T>? initial, ISet<T>? read) =>
        read is HashSet<T> set ? Keep(initial as HashSet<T>, set) : read;

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static IReadOnlySet<T>? Keep<T>(IReadOnlySet<T>? initial, IReadOnlySet<T>? read) =>
        read is HashSet<T> set ? Keep(initial as HashSet<T>, set) : read;

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static ImmutableHashSet<T>? Keep<T>(ImmutableHashSet<T>? initial, ImmutableHashSet<T>? read) =>
        read is null || IsDefault(initial?.KeyComparer) ? read : read.WithComparer(initial!.KeyComparer);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static ImmutableSortedSet<T>? Keep<T>(ImmutableSortedSet<T>? initial, ImmutableSortedSet<T>? read) =>
        read is null || IsDefault(initial?.KeyComparer) ? read : read.WithComparer(initial!.KeyComparer);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static FrozenSet<T>? Keep<T>(FrozenSet<T>? initial, FrozenSet<T>? read) =>
        read is null || IsDefault(initial?.Comparer) ? read : read.ToFrozenSet(initial!.Comparer);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static Dictionary<TKey, T>? Keep<TKey, T>(Dictionary<TKey, T>? initial, Dictionary<TKey, T>? read)
        where TKey : notnull =>
        read is null || IsDefault(initial?.Comparer) ? read : Filled(new Dictionary<TKey, T>(read.Count, initial!.Comparer), read);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static SortedDictionary<TKey, T>? Keep<TKey, T>(SortedDictionary<TKey, T>? initial, SortedDictionary<TKey, T>? read)
        where TKey : notnull =>
        read is null || IsDefault(initial?.Comparer) ? read : Filled(new SortedDictionary<TKey, T>(initial!.Comparer), read);

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static IDictionary<TKey, T>? Keep<TKey, T>(IDictionary<TKey, T>? initial, IDictionary<TKey, T>? read)
        where TKey : notnull =>
        read is Dictionary<TKey, T> dictionary ? Keep(initial as Dictionary<TKey, T>, dictionary) : read;

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static IReadOnlyDictionary<TKey, T>? Keep<TKey, T>(IReadOnlyDictionary<TKey, T>? initial, IReadOnlyDictionary<TKey, T>? read)
        where TKey : notnull =>
        read is Dictionary<TKey, T> dictionary ? Keep(initial as Dictionary<TKey, T>, dictionary) : read;

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static ImmutableDictionary<TKey, T>? Keep<TKey, T>(ImmutableDictionary<TKey, T>? initial, ImmutableDictionary<TKey, T>? read)
        where TKey : notnull =>
        read is null || (IsDefault(initial?.KeyComparer) && IsDefault(initial?.ValueComparer))
            ? read : Filled(initial!.Clear().ToBuilder(), read).ToImmutable();

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static ImmutableSortedDictionary<TKey, T>? Keep<TKey, T>(
        ImmutableSortedDictionary<TKey, T>? initial, ImmutableSortedDictionary<TKey, T>? read)
        where TKey : notnull =>
        read is null || (IsDefault(initial?.KeyComparer) && IsDefault(initial?.ValueComparer))
            ? read : Filled(initial!.Clear().ToBuilder(), read).ToImmutable();

    /// <inheritdoc cref="Keep{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static FrozenDictionary<TKey, T>? Keep<TKey, T>(FrozenDictionary<TKey, T>? initial, FrozenDictionary<TKey, T>? read)
        where TKey : notnull =>
        read is null || IsDefault(initial?.Comparer)
            ? read : Filled(new Dictionary<TKey, T>(read.Count, initial!.Comparer), read).ToFrozenDictionary(initial.Comparer);

    private static bool IsDefault<T>(IEqualityComparer<T>? comparer) =>
        comparer is null || ReferenceEquals(comparer, EqualityComparer<T>.Default);

    private static bool IsDefault<T>(IComparer<T>? comparer) => comparer is null || ReferenceEquals(comparer, Comparer<T>.Default);

    private static TDictionary Filled<TDictionary, TKey, T>(TDictionary dictionary, IEnumerable<KeyValuePair<TKey, T>> read)
        where TDictionary : IDictionary<TKey, T>
    {
        foreach (var (key, value) in read)
            dictionary[key] = value;
        return dictionary;
    }
}
