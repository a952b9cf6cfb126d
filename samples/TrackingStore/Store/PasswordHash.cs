using System.Globalization;
using System.Security.Cryptography;

namespace TrackingStore.Store;

/// <summary>Hashes of passwords: PBKDF2 with SHA-512, a random salt, and a cost that is part of the hash.</summary>
internal static class PasswordHash
{
    /// <summary>The cost: the more iterations, the longer an attacker takes to try all passwords.</summary>
    public const int Iterations = 210_000;

    private const string Scheme = "pbkdf2-sha512";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hashes a password.</summary>
    public static string Create(string password, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
        return Format(iterations, salt, hash);
    }

    /// <summary>What looks like a hash, and is of no known password. It costs nothing to make, and as much as any hash to check.</summary>
    public static string OfNobody(int iterations) =>
        Format(iterations, RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(HashBytes));

    /// <summary>Whether the hash is that of the password.</summary>
    public static bool Matches(string hash, string password)
    {
        if (hash.Split('$') is not [Scheme, var iterations, var salt, var expected])
            throw new InvalidDataException("A stored password has a hash of an unknown form.");

        var known = Convert.FromBase64String(expected);
        var count = int.Parse(iterations, CultureInfo.InvariantCulture);
        var actual = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(salt), count, HashAlgorithmName.SHA512, known.Length);
        return CryptographicOperations.FixedTimeEquals(actual, known);
    }

    private static string Format(int iterations, byte[] salt, byte[] hash) => string.Join(
        '$', Scheme, iterations.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(salt), Convert.ToBase64String(hash));
}
