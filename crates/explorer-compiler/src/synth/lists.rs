//! The small lists from which synthetic records are drawn: ids with English labels, and names.

/// Agencies.
pub const AGENCIES: &[(&str, &str)] = &[
    ("agency-one", "First Agency"),
    ("agency-two", "Second Agency"),
    ("agency-three", "Third Agency"),
    ("agency-four", "Fourth Agency"),
];

/// Countries and territories with the region of each.
pub const COUNTRIES: &[(&str, &str, &str)] = &[
    ("ar", "Argentina", "south-america"),
    ("aw", "Aruba", "caribbean"),
    ("bo", "Bolivia (Plurinational State of)", "south-america"),
    ("br", "Brazil", "south-america"),
    ("cl", "Chile", "south-america"),
    ("cn", "China", "eastern-asia"),
    ("ci", "Côte d’Ivoire", "western-africa"),
    ("co", "Colombia", "south-america"),
    ("cr", "Costa Rica", "central-america"),
    ("cu", "Cuba", "caribbean"),
    ("cw", "Curaçao", "caribbean"),
    ("do", "Dominican Republic", "caribbean"),
    ("ec", "Ecuador", "south-america"),
    ("eg", "Egypt", "northern-africa"),
    ("et", "Ethiopia", "eastern-africa"),
    ("gh", "Ghana", "western-africa"),
    ("gt", "Guatemala", "central-america"),
    ("hn", "Honduras", "central-america"),
    ("id", "Indonesia", "south-eastern-asia"),
    ("jm", "Jamaica", "caribbean"),
    ("jp", "Japan", "eastern-asia"),
    ("ke", "Kenya", "eastern-africa"),
    ("kh", "Cambodia", "south-eastern-asia"),
    ("la", "Lao People’s Democratic Republic", "south-eastern-asia"),
    ("ma", "Morocco", "northern-africa"),
    ("ml", "Mali", "western-africa"),
    ("mm", "Myanmar", "south-eastern-asia"),
    ("mx", "Mexico", "central-america"),
    ("mz", "Mozambique", "eastern-africa"),
    ("ne", "Niger", "western-africa"),
    ("ng", "Nigeria", "western-africa"),
    ("pa", "Panama", "central-america"),
    ("pe", "Peru", "south-america"),
    ("ph", "Philippines", "south-eastern-asia"),
    ("py", "Paraguay", "south-america"),
    ("sn", "Senegal", "western-africa"),
    ("sv", "El Salvador", "central-america"),
    ("th", "Thailand", "south-eastern-asia"),
    ("tn", "Tunisia", "northern-africa"),
    ("tt", "Trinidad and Tobago", "caribbean"),
    ("tz", "United Republic of Tanzania", "eastern-africa"),
    ("ug", "Uganda", "eastern-africa"),
    ("uy", "Uruguay", "south-america"),
    ("vn", "Viet Nam", "south-eastern-asia"),
];

/// Regions.
pub const REGIONS: &[(&str, &str)] = &[
    ("caribbean", "Caribbean"),
    ("central-america", "Central America"),
    ("eastern-africa", "Eastern Africa"),
    ("eastern-asia", "Eastern Asia"),
    ("northern-africa", "Northern Africa"),
    ("south-america", "South America"),
    ("south-eastern-asia", "South-eastern Asia"),
    ("western-africa", "Western Africa"),
];

/// Donors, the most frequent first.
pub const DONORS: &[(&str, &str)] = &[
    ("gov-us", "United States of America"),
    ("gov-ca", "Canada"),
    ("eu", "European Union"),
    ("gov-de", "Germany"),
    ("gov-se", "Sweden"),
    ("gov-no", "Norway"),
    ("gov-jp", "Japan"),
    ("gov-nl", "Netherlands"),
    ("gov-ch", "Switzerland"),
    ("gov-au", "Australia"),
    ("gov-fr", "France"),
    ("gov-kr", "Republic of Korea"),
    ("gov-qa", "Qatar"),
    ("gov-dk", "Denmark"),
    ("trust-fund", "A trust fund"),
    ("foundation", "A foundation"),
];

/// Themes.
pub const THEMES: &[(&str, &str)] = &[
    ("capacity-building", "Capacity building"),
    ("project-design", "Project design"),
    ("criminal-justice-response", "Criminal justice response"),
    ("partnerships-coordination", "Partnerships and coordination"),
    ("victim-protection", "Victim protection"),
    ("gender-equality", "Gender equality"),
    ("human-rights-inclusion", "Human rights and inclusion"),
    ("monitoring-indicators", "Monitoring and indicators"),
    ("prevention-awareness", "Prevention and awareness"),
    ("funding-resources", "Funding and resources"),
    ("external-shocks", "External shocks"),
    ("knowledge-tools", "Knowledge and tools"),
];

/// Criteria.
pub const CRITERIA: &[(&str, &str)] = &[
    ("relevance", "Relevance"),
    ("coherence", "Coherence"),
    ("effectiveness", "Effectiveness"),
    ("efficiency", "Efficiency"),
    ("impact", "Impact"),
    ("sustainability", "Sustainability"),
    ("design", "Design"),
    ("gender-equality", "Gender equality"),
];

/// Given names in several scripts.
pub const GIVEN: &[&str] = &[
    "Ana",
    "Luis",
    "Zoë",
    "José",
    "Ingrid",
    "Nguyễn",
    "Amina",
    "Kofi",
    "Priya",
    "Søren",
    "Ольга",
    "Иван",
    "مريم",
    "يوسف",
    "伟",
    "美玲",
    "สมชาย",
    "Ελένη",
    "Łukasz",
    "Çiğdem",
];

/// Family names in several scripts.
pub const FAMILY: &[&str] = &[
    "García Núñez",
    "Okafor",
    "Müller",
    "Ångström",
    "Đỗ",
    "Rahman",
    "Mensah",
    "Sharma",
    "Petrov",
    "Иванова",
    "الحسن",
    "王",
    "陈",
    "ใจดี",
    "Παππά",
    "Wójcik",
    "Yılmaz",
    "D’Souza",
    "O’Brien",
    "dos Santos",
];
