using System.Globalization;
using System.Text;
using MotivationalInterviewing.Dialogue.Help;
using Sylvan.Data.Csv;

namespace MotivationalInterviewing.Training.Help;

/// <summary>
/// Reads a referral directory from the tabular form of HSDS 3: a folder with a CSV file per table (organizations.csv,
/// services.csv, locations.csv ...). A row or field that cannot be used is named with its file and line and left out; all else
/// is read. Thread-safe.
/// </summary>
public static class HsdsCsvReader
{
    /// <summary>Reads the tables of a folder; files of other tables are passed over.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or blank.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file could not be read.</exception>
    public static ReferralImport Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var assembler = new HsdsAssembler(duplicatesAreFaults: true);
        var tables = Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(f => (File: f, Table: HsdsAssembler.Table(Path.GetFileNameWithoutExtension(f)))).Where(t => t.Table is not null).ToList();
        if (!tables.Exists(t => t.Table == "services")) assembler.Fault(folder, 1, "services", "", "a file services.csv");
        foreach (var (file, table) in tables)
        {
            using var stream = File.OpenRead(file);
            Read(stream, Path.GetFileName(file), table!, assembler);
        }

        return assembler.Build();
    }

    private static void Read(Stream stream, string source, string table, HsdsAssembler assembler)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        CsvDataReader csv;
        try
        {
            csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true, HeaderComparer = StringComparer.OrdinalIgnoreCase, OwnsReader = false, MaxBufferSize = 16 * 1024 * 1024 });
        }
        catch (CsvMissingHeadersException)
        {
            assembler.Fault(source, 1, table, "", "a header line");
            return;
        }

        using (csv)
        {
            var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < csv.FieldCount; i++) columns.TryAdd(csv.GetName(i).Trim(), i);
            // Quoted fields may hold line ends, so a row can be longer than a line.
            int line, next = 2;
            while (true)
            {
                try
                {
                    if (!csv.Read()) return;
                }
                catch (CsvFormatException)
                {
                    // The reader cannot find the next row's beginning any more: what was read stays.
                    assembler.Fault(source, next, table, "", "CSV with quotes closed; nothing of this file after this line was read");
                    return;
                }

                var values = new string?[csv.RowFieldCount];
                for (var i = 0; i < values.Length; i++) values[i] = csv.GetString(i);
                (line, next) = (next, next + 1 + values.Sum(v => v!.AsSpan().Count('\n')));
                if (values.Length > csv.FieldCount)
                {
                    assembler.Fault(source, line, table, string.Create(CultureInfo.InvariantCulture, $"{values.Length} fields"), string.Create(CultureInfo.InvariantCulture, $"{csv.FieldCount} fields, as in the header"));
                    continue;
                }

                assembler.Add(new HsdsRow(table, source, line, field => columns.TryGetValue(field, out var at) && at < values.Length ? values[at] : null));
            }
        }
    }
}
